# try, except, else, finally: which of them run
def attempt(what):
    try:
        print("try %s" % what)
        if what == "value":
            raise ValueError("v")
        if what == "key":
            raise KeyError("k")
        if what == "return":
            return "returned"
    except ValueError as e:
        print("except %s" % e)
    else:
        print("else")
    finally:
        print("finally")
    return "end"


for what in ["nothing", "value", "return"]:
    print(attempt(what))
try:
    attempt("key")
except KeyError as e:
    print("outside %r" % e.args[0])
