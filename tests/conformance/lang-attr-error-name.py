# versions: 3.10-
class A:
    value = 1
try: A().valeu
except AttributeError as e: print(e.name, type(e.obj).__name__, e)
try: undefined_thing
except NameError as e: print(e.name, e)
A().valeu
