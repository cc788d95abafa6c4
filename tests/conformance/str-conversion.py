# str, repr, int and float from text
print(str(12) + str(1.5) + str(None) + str([1]))
print(int("42"), int(" -7 "), int(3.9), int(-3.9), int(True))
print(float("1.5"), float("1e3"), float(2), float("-inf"))
print(bool(""), bool("0"), bool([]), bool([0]), bool(0.0), bool(None))
print(repr(1), repr("1"), repr(1.0))
print(str("same"), str(True))
