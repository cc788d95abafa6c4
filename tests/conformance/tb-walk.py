import sys
def a():
    x = 1
    b()
def b():
    y = 2
    c()
def c():
    z = 3
    raise KeyError("k")
def show():
    try:
        a()
    except KeyError:
        t, v, tb = sys.exc_info()
        print(t.__name__, v)
        while tb is not None:
            fr = tb.tb_frame
            print(fr.f_code.co_name, tb.tb_lineno, [k for k in sorted(fr.f_locals) if len(k) == 1])
            tb = tb.tb_next
show()
