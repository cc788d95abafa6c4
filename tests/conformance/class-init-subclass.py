# versions: 3.6-
class Base:
    registry = []
    def __init_subclass__(cls, tag=None, **kw):
        super().__init_subclass__(**kw)
        cls.tag = tag
        Base.registry.append(cls.__name__)
        print("sub", cls.__name__, tag)

class A(Base, tag="a"):
    pass

class B(A):
    pass

print(Base.registry, A.tag, B.tag)
try:
    class C(Base, wrong=1):
        pass
except TypeError as e:
    print(e)
try:
    class D(wrong=1):
        pass
except TypeError as e:
    print(e)
