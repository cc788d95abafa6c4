# versions: 3.7-
class A:
    def __class_getitem__(cls, k):
        return (cls.__name__, k)
print(A[int], A["x", 1])
class M(type):
    def __getitem__(cls, k): return "meta %s" % k
    def __len__(cls): return 3
    def __iter__(cls): return iter("abc")
    def __contains__(cls, x): return x == 1
    def __repr__(cls): return "<M %s>" % cls.__name__
    def __str__(cls): return "str"
    def __bool__(cls): return False
    def __add__(cls, o): return "add"
    def __getattr__(cls, n): return "meta attr " + n
    @property
    def prop(cls): return cls.__name__ + " prop"
    def method(cls): return "method " + cls.__name__
class B(metaclass=M): pass
print(B[5], len(B), list(B), 1 in B, 2 in B, repr(B), str(B), bool(B), B + 1)
print(B.zip, B.prop, B.method())
try:
    B().prop
except AttributeError as e:
    print(e)
print(type(B()).__name__)
class C:
    pass
try:
    C[int]
except TypeError as e:
    print(e)
