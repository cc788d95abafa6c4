# -*- coding: utf-8 -*-
# Names and texts that must not reach the terminal as they are.
class 世界:
    pass

red = "\x1b[31m\x07\u202e"
世 = 世界()
世.界 = [red, 世]
print(red)
del 世
