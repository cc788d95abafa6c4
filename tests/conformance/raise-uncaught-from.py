# versions: 3.6-
# the direct cause is shown
class Mine(Exception):
    pass


def f():
    try:
        1 / 0
    except ZeroDivisionError as e:
        raise Mine("mine", 1) from e


f()
