# a subscript of a number
x = 5
x[0]
