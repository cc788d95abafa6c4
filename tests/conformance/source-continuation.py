# lines that go on
x = 1 + \
    2
y = (1 +
     2 +

     # a comment inside
     3)
if x == 3 and \
        y == 6:
    print("yes")
l = [1,
     2]; print(l); print(len(l))
if True: print("one line"); x = 5
while x > 3: x -= 1
print(x)
class C(object): pass
def f(): return 1
print(f())
