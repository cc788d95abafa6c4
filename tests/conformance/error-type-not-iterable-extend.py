# extend by a number
[].extend(5)
