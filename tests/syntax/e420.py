x = k"a"
