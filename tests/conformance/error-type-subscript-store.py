# storing into a text
s = "abc"
s[0] = "x"
