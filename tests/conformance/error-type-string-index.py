# a text as the index of a text
s = "abc"
s["a"]
