# the end of the program is zero
x = 1
