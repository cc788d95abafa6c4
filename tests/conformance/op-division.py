# / is the one operator that differs
print(7 / 2)
print(-7 / 2)
print(6 / 3)
print(1 / 3 * 3)
print(7 // 2)
x = 9
x /= 2
print(x)
