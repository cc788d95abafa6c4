# in the middle of a literal
l = [
    1,
    2,
    undefined,
    4,
]
