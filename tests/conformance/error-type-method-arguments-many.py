# too many for a builtin method
[].append(1, 2)
