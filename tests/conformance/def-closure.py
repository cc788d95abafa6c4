# a closure sees the variable, not its value at that time
def counter():
    box = [0]

    def up():
        box[0] += 1
        return box[0]

    return up


a = counter()
b = counter()
print(a(), a(), b(), a())


def later():
    def show():
        return x

    x = 1
    first = show()
    x = 2
    return first, show()


print(later())
