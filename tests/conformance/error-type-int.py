# int of a list
int([])
