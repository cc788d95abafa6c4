print("a", "b" c)
