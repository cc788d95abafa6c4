class MyError(Exception):
    def __init__(self, code, msg):
        super(MyError, self).__init__(msg)
        self.code = code
class Other(MyError):
    def __str__(self):
        return "other %d" % self.code
try:
    raise MyError(3, "three")
except MyError as e:
    print(e, e.code, e.args, repr(e))
try:
    raise Other(4, "four")
except MyError as e:
    print(str(e), e.code, e.args)
raise Other(5, "five")
