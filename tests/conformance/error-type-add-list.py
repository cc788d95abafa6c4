# list and tuple
[1] + (2,)
