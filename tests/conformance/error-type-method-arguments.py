# wrong number for a builtin method
[].append()
