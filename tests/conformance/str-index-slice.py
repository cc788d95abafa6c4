# indices and slices of strings
s = "abcdef"
print(s[0], s[5], s[-1], s[-6])
print(s[1:3], s[:2], s[4:], s[:], s[-2:], s[:-2])
print(s[::2], s[1::2], s[::-1], s[4:1:-1], s[10:20] + "|")
print(s[2:100], s[-100:2], s[3:3] + "|", s[4:2] + "|")
print(len(s), len(""))
for c in "xyz":
    print(c)
