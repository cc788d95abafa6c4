# len of a number
len(5)
