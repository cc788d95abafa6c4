x = 12xyz
