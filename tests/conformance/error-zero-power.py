# zero to a negative power
0.0 ** -1
