# insert needs two
[].insert(1)
