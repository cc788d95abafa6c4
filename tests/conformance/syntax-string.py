# a string that is not closed
s = "abc
