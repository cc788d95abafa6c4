# tuples in tuples can be caught on 2.7 only
def f(classes):
    try:
        raise ValueError("x")
    except classes:
        return "caught"


for classes in [(KeyError, (TypeError, ValueError)), 5, (ValueError, 5), object]:
    try:
        print(f(classes))
    except Exception as e:
        print("%s: %s" % (type(e).__name__, e))
