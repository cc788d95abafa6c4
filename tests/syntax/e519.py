x[a, *b]
