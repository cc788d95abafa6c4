print a b
