# a variable handed through a function that does not use it
def one():
    x = "deep"

    def two():
        def three():
            return x
        return three

    return two


print(one()()())
print(len(one().__closure__))


def shadow():
    x = 1

    def inner():
        x = 2
        return x

    return inner(), x


print(shadow())
