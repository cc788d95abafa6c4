# index of a text that does not occur
"abc".index("z")
