# index in a tuple
(1, 2).index(9)
