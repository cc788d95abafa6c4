# __name__ of the program
print(__name__)
if __name__ == "__main__":
    print("run as a program")


def f():
    pass


class C(object):
    pass


print(C.__module__)
print(f.__module__)
print(f.__name__)
