# if, elif, else
def size(n):
    if n < 0:
        return "negative"
    elif n == 0:
        return "zero"
    elif n < 10:
        return "small"
    else:
        return "large"


for n in [-5, 0, 5, 50]:
    print(size(n))
if []:
    print("empty is true")
if [0] and {1: 1} and "x" and 0.1:
    print("all true")
if None:
    pass
else:
    print("None is false")
