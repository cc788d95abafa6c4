foo(a, b))
