class A(object): pass
class B(A): pass
try:
    class D(A, A): pass
except TypeError as e:
    print(e)
try:
    class E(int, str): pass
except TypeError as e:
    print(e)
try:
    class F(bool): pass
except TypeError as e:
    print(e)
try:
    class G(1): pass
except TypeError as e:
    print(e)
class X(object): __slots__ = ("a",)
class Y(object): __slots__ = ("b",)
try:
    class Z(X, Y): pass
except TypeError as e:
    print(e)
