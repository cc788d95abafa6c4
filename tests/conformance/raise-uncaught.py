# an exception that nobody catches, through finally and a handler that raises again
def f():
    try:
        raise ValueError("deep")
    finally:
        print("finally")


def g():
    try:
        f()
    except ValueError:
        print("again")
        raise


g()
