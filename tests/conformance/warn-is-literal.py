# versions: 3.6-
x = 1
if x is 1: pass
if 1 is x: pass
if x is "a" is not x: pass
if x is None: pass
if x is True: pass
if x is (): pass
if x is []: pass
if x is -1: pass
if x is (1, 2): pass
if x is 1.5: pass
if x is b"a": pass
if x is ...: pass
if x is f"{x}": pass
if x is 1: pass; y = x is 1
if x is (1 + 1): pass
if x is {}: pass
