# calling a number
x = 5
x()
