# a text as the index of a text
"abc"["a"]
