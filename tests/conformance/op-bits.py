# bit operators
print(12 & 10, 12 | 10, 12 ^ 10, ~12)
print(1 << 10, 1024 >> 3, -1 >> 1, -8 >> 1)
print(5 & -2, -5 | 2, -5 ^ 3)
print(True & False, True | False, True ^ True)
x = 6
x &= 3
x |= 8
x ^= 1
x <<= 2
x >>= 1
print(x)
