# versions: 2.7 3.6 3.11
if a and (b or not c):
    1
elif d if e else f:
    g
else:
    h = i or j and k
if 0:
    never
if 1:
    always
else:
    never
if x is None:
    y
z = a if b else c
