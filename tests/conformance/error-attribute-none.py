# the most common one
def find(l):
    for x in l:
        if x > 10:
            return x


print(find([1, 20]))
print(find([1, 2]).upper)
