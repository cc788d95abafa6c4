# the order of strings, with the hash that is not random
print(set(["apple", "banana", "cherry"]))
print(set("hello world"))
s = set()
for w in ["one", "two", "three", "four", "five", "six", "seven"]:
    s.add(w)
print(s)
s.remove("three")
print(s)
print(set(["a", "b"]) | set(["c", "d"]))
