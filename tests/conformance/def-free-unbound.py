# a cell without a value
def outer():
    def inner():
        return x

    print("calling")
    inner()
    x = 1


outer()
