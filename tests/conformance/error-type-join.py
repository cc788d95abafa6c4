# join of numbers
"-".join(["a", 1])
