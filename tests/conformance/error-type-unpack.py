# unpacking a number
a, b = 7
