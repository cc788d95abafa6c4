# ways to write numbers
print(0x1f, 0o17, 0b101, 1e3, 1.e2, .5, 5e-1, 0xFF)
print(1000000, 0, 00)
print(9007199254740993, -2147483648, 2147483647)
