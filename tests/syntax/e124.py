del (a), b
