# versions: 3.6-
import sys
class A:
    def __del__(self):
        print("del A")
def f():
    a = A()
    1 / 0
try:
    f()
except ZeroDivisionError as e:
    saved = e
print("saved")
saved.__traceback__.tb_next.tb_frame.clear()
print("cleared")
try:
    sys._getframe().clear()
except RuntimeError as e:
    print(e)
