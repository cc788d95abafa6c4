import sys
def f(a, b):
    c = a + b
    frame = sys._getframe()
    print(sorted(k for k in frame.f_locals if k != "frame"))
    print(frame.f_locals["c"], frame.f_code.co_name, frame.f_lineno)
    print(frame.f_back.f_code.co_name)
    g = lambda: c
    return frame.f_locals["a"]
print(f(1, 2))
def outer():
    x = 5
    def inner():
        fr = sys._getframe(1)
        return fr.f_locals["x"], sorted(fr.f_locals)[0]
    return inner()
print(outer())
print(sys._getframe().f_locals is globals(), sys._getframe().f_globals is globals())
