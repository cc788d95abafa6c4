# versions: 3.6-
# comparing what has no order
1 < "a"
