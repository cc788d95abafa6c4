class M1(type): pass
class M2(type): pass
A = M1("A", (), {})
B = M2("B", (), {})
try:
    class C(A, B): pass
except TypeError as e:
    print(e)
class M3(M1, M2): pass
C = M3("C", (A, B), {})
print(type(C).__name__)
