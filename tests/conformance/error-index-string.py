# in a string
s = "ab"
s[5]
