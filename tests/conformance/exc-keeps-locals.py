# versions: 3.6-
import gc, sys, weakref
gc.collect()
class Big:
    def __del__(self):
        print("freed")
def work():
    big = Big()
    raise ValueError("no")
kept = []
try:
    work()
except ValueError as e:
    kept.append(e)
print("caught; the traceback keeps the frame")
tb = kept[0].__traceback__
names = []
while tb:
    names.append((tb.tb_frame.f_code.co_name, tb.tb_lineno))
    tb = tb.tb_next
print(names)
kept[0].__traceback__ = None
print("traceback gone")
def f():
    big = Big()
    try:
        1 / 0
    except ZeroDivisionError as e:
        err = e
f()
print("a cycle: err is in the frame that its traceback holds")
print(gc.collect())
