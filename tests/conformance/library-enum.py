# enum (3.x)
from enum import Enum, IntEnum, unique, auto
class Color(Enum):
    RED = 1
    GREEN = 2
    CRIMSON = 1
print(Color.RED, repr(Color.RED), Color.RED.name, Color.RED.value, Color(2), Color['GREEN'])
print(list(Color), len(Color), Color.CRIMSON is Color.RED, Color.RED == Color.RED, Color.RED != Color.GREEN)
print(isinstance(Color.RED, Color), Color.RED in Color, {Color.RED: 1}[Color.CRIMSON])
try: Color(7)
except ValueError as e: print(e)
class S(Enum):
    A = auto()
    B = auto()
    def next(self): return S.B
print(S.A.value, S.B.value, S.A.next())
class N(IntEnum):
    ONE = 1
    TWO = 2
print(N.ONE + 1, N.TWO > N.ONE, repr(N.ONE), N.ONE == 1)
