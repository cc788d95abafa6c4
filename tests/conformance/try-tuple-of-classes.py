# an except clause takes a tuple of classes, and base classes
class Mine(Exception):
    pass


class Deeper(Mine):
    pass


def which(e):
    try:
        raise e
    except (KeyError, Mine):
        return "mine or key"
    except (ArithmeticError, ValueError, TypeError):
        return "number"
    except Exception:
        return "other"


for e in [KeyError("x"), Deeper(), Mine, ZeroDivisionError(), TypeError("t"), IndexError]:
    print(which(e))
