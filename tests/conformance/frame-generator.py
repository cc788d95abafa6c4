def g(n):
    for i in range(n):
        x = i * i
        yield x
it = g(3)
next(it)
next(it)
print(sorted(it.gi_frame.f_locals.items()))
print(it.gi_frame.f_lineno)
list(it)
print(it.gi_frame)
