# versions: 3.6-
# nonlocal binds the outer variable
def counter():
    n = 0

    def up(by=1):
        nonlocal n
        n += by
        return n

    def get():
        return n

    return up, get


up, get = counter()
up()
up(5)
print(get())


def delete():
    x = 1

    def gone():
        nonlocal x
        del x

    gone()
    x = 2
    return x


print(delete())
