# versions: 3.6-
import sys
class A:
    def __del__(self):
        print("del A")
def f():
    a = A()
    big = [1, 2]
    raise ValueError("x")
saved = None
try:
    f()
except ValueError as e:
    saved = e
    tb = e.__traceback__
    print(sorted(tb.tb_next.tb_frame.f_locals))
    print(tb.tb_lineno, tb.tb_next.tb_lineno, tb.tb_next.tb_next)
    print(tb.tb_next.tb_frame.f_code.co_name)
    del tb
print("still alive")
try:
    e
except NameError as err:
    print(err)
saved = None
print("gone")
