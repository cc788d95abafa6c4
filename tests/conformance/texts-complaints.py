# versions: 2.7, 3.11
# methods of texts and numbers, formatting
try:
    "a".upper(1)
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('"a".upper(1)')
try:
    "a".split(1)
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('"a".split(1)')
try:
    "a".split("")
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('"a".split("")')
try:
    r="a b".split(None,1)
    print(repr(r))
except Exception as e:
    print(e.__class__.__name__, str(e))
print('r="a b".split(None,1)')
try:
    r="a,b,c".split(",",1)
    print(repr(r))
except Exception as e:
    print(e.__class__.__name__, str(e))
print('r="a,b,c".split(",",1)')
try:
    r="abc".split(sep="b")
    print(repr(r))
except Exception as e:
    print(e.__class__.__name__, str(e))
print('r="abc".split(sep="b")')
try:
    "a".split("a",None)
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('"a".split("a",None)')
try:
    "".join(1)
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('"".join(1)')
try:
    "".join([1])
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('"".join([1])')
try:
    "".join(["a",1])
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('"".join(["a",1])')
try:
    r="-".join("abc")
    print(repr(r))
except Exception as e:
    print(e.__class__.__name__, str(e))
print('r="-".join("abc")')
try:
    r="-".join(x for x in "ab")
    print(repr(r))
except Exception as e:
    print(e.__class__.__name__, str(e))
print('r="-".join(x for x in "ab")')
try:
    "".join()
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('"".join()')
try:
    "a".replace("a")
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('"a".replace("a")')
try:
    "a".replace("a",1)
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('"a".replace("a",1)')
try:
    r="aaa".replace("a","b",2)
    print(repr(r))
except Exception as e:
    print(e.__class__.__name__, str(e))
print('r="aaa".replace("a","b",2)')
try:
    "a".find(1)
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('"a".find(1)')
try:
    r="abc".find("c",1)
    print(repr(r))
except Exception as e:
    print(e.__class__.__name__, str(e))
print('r="abc".find("c",1)')
try:
    "a".index("b")
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('"a".index("b")')
try:
    "a".rindex("b")
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('"a".rindex("b")')
try:
    "a".count(1)
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('"a".count(1)')
try:
    "a".startswith(1)
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('"a".startswith(1)')
try:
    r="abc".startswith(("x","a"))
    print(repr(r))
except Exception as e:
    print(e.__class__.__name__, str(e))
print('r="abc".startswith(("x","a"))')
try:
    "abc".startswith(("x",1))
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('"abc".startswith(("x",1))')
try:
    "a".endswith(1)
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('"a".endswith(1)')
try:
    "a".strip(1)
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('"a".strip(1)')
try:
    r="xax".strip("x")
    print(repr(r))
except Exception as e:
    print(e.__class__.__name__, str(e))
print('r="xax".strip("x")')
try:
    "a".partition("")
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('"a".partition("")')
try:
    "a".partition(1)
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('"a".partition(1)')
try:
    r="a-b".partition("-")
    print(repr(r))
except Exception as e:
    print(e.__class__.__name__, str(e))
print('r="a-b".partition("-")')
try:
    "a".ljust("a")
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('"a".ljust("a")')
try:
    r="a".center(5,"*")
    print(repr(r))
except Exception as e:
    print(e.__class__.__name__, str(e))
print('r="a".center(5,"*")')
try:
    "a".center(5,"ab")
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('"a".center(5,"ab")')
try:
    "a".center(5,1)
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('"a".center(5,1)')
try:
    r="5".zfill(3)
    print(repr(r))
except Exception as e:
    print(e.__class__.__name__, str(e))
print('r="5".zfill(3)')
try:
    "a".zfill("a")
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('"a".zfill("a")')
try:
    r="a\tb".expandtabs(4)
    print(repr(r))
except Exception as e:
    print(e.__class__.__name__, str(e))
print('r="a\\tb".expandtabs(4)')
try:
    r="a\nb".splitlines()
    print(repr(r))
except Exception as e:
    print(e.__class__.__name__, str(e))
print('r="a\\nb".splitlines()')
try:
    r="a\nb".splitlines(True)
    print(repr(r))
except Exception as e:
    print(e.__class__.__name__, str(e))
print('r="a\\nb".splitlines(True)')
try:
    "a".encode(1)
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('"a".encode(1)')
try:
    r="a".encode()
    print(repr(r))
except Exception as e:
    print(e.__class__.__name__, str(e))
print('r="a".encode()')
try:
    r="a".encode("utf-8")
    print(repr(r))
except Exception as e:
    print(e.__class__.__name__, str(e))
print('r="a".encode("utf-8")')
try:
    "a".encode("foo")
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('"a".encode("foo")')
try:
    "\xe9".encode("ascii")
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('"\\xe9".encode("ascii")')
try:
    r=u"\xe9".encode("utf-8")
    print(repr(r))
except Exception as e:
    print(e.__class__.__name__, str(e))
print('r=u"\\xe9".encode("utf-8")')
try:
    r=b"a".decode()
    print(repr(r))
except Exception as e:
    print(e.__class__.__name__, str(e))
print('r=b"a".decode()')
try:
    r=b"a".decode("ascii")
    print(repr(r))
except Exception as e:
    print(e.__class__.__name__, str(e))
print('r=b"a".decode("ascii")')
try:
    b"\xff".decode("ascii")
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('b"\\xff".decode("ascii")')
try:
    b"\xff".decode("utf-8")
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('b"\\xff".decode("utf-8")')
try:
    r="abc".title()
    print(repr(r))
except Exception as e:
    print(e.__class__.__name__, str(e))
print('r="abc".title()')
try:
    r="a{}b{}".format(1,2)
    print(repr(r))
except Exception as e:
    print(e.__class__.__name__, str(e))
print('r="a{}b{}".format(1,2)')
try:
    r="{0}{1}{0}".format(1,2)
    print(repr(r))
except Exception as e:
    print(e.__class__.__name__, str(e))
print('r="{0}{1}{0}".format(1,2)')
try:
    r="{a}".format(a=1)
    print(repr(r))
except Exception as e:
    print(e.__class__.__name__, str(e))
print('r="{a}".format(a=1)')
try:
    "{}".format()
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('"{}".format()')
try:
    "{0} {}".format(1,2)
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('"{0} {}".format(1,2)')
try:
    "{a}".format()
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('"{a}".format()')
try:
    "{".format()
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('"{".format()')
try:
    "}".format()
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('"}".format()')
try:
    r="{:>5}".format(3)
    print(repr(r))
except Exception as e:
    print(e.__class__.__name__, str(e))
print('r="{:>5}".format(3)')
try:
    r="{!r}".format("a")
    print(repr(r))
except Exception as e:
    print(e.__class__.__name__, str(e))
print('r="{!r}".format("a")')
try:
    r="{0.real}".format(5)
    print(repr(r))
except Exception as e:
    print(e.__class__.__name__, str(e))
print('r="{0.real}".format(5)')
try:
    r="{0[0]}".format([7])
    print(repr(r))
except Exception as e:
    print(e.__class__.__name__, str(e))
print('r="{0[0]}".format([7])')
try:
    "{:d}".format("a")
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('"{:d}".format("a")')
try:
    r="{:.2f}".format(3.14159)
    print(repr(r))
except Exception as e:
    print(e.__class__.__name__, str(e))
print('r="{:.2f}".format(3.14159)')
try:
    "a".isalpha(1)
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('"a".isalpha(1)')
try:
    r="a".isalpha()
    print(repr(r))
except Exception as e:
    print(e.__class__.__name__, str(e))
print('r="a".isalpha()')
try:
    r="abc".isdigit()
    print(repr(r))
except Exception as e:
    print(e.__class__.__name__, str(e))
print('r="abc".isdigit()')
try:
    r=u"abc".isdecimal()
    print(repr(r))
except Exception as e:
    print(e.__class__.__name__, str(e))
print('r=u"abc".isdecimal()')
try:
    r="aXb".swapcase()
    print(repr(r))
except Exception as e:
    print(e.__class__.__name__, str(e))
print('r="aXb".swapcase()')
try:
    r="a".__len__()
    print(repr(r))
except Exception as e:
    print(e.__class__.__name__, str(e))
print('r="a".__len__()')
try:
    r="abc".__contains__("b")
    print(repr(r))
except Exception as e:
    print(e.__class__.__name__, str(e))
print('r="abc".__contains__("b")')
try:
    r="abc".__getitem__(1)
    print(repr(r))
except Exception as e:
    print(e.__class__.__name__, str(e))
print('r="abc".__getitem__(1)')
try:
    "abc".__getitem__("a")
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('"abc".__getitem__("a")')
try:
    r="a".casefold()
    print(repr(r))
except Exception as e:
    print(e.__class__.__name__, str(e))
print('r="a".casefold()')
try:
    r="abc".removeprefix("a")
    print(repr(r))
except Exception as e:
    print(e.__class__.__name__, str(e))
print('r="abc".removeprefix("a")')
try:
    "a".isidentifier()
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('"a".isidentifier()')
try:
    b"a".join([1])
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('b"a".join([1])')
try:
    b"a".join([u"a"])
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('b"a".join([u"a"])')
try:
    b"a".find(u"a")
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('b"a".find(u"a")')
try:
    b"a".split(u"a")
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('b"a".split(u"a")')
try:
    b"a".replace(b"a",u"b")
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('b"a".replace(b"a",u"b")')
try:
    r=b"abc".find(98)
    print(repr(r))
except Exception as e:
    print(e.__class__.__name__, str(e))
print('r=b"abc".find(98)')
try:
    r=b"a,b".split(b",")
    print(repr(r))
except Exception as e:
    print(e.__class__.__name__, str(e))
print('r=b"a,b".split(b",")')
try:
    r=b"a".upper()
    print(repr(r))
except Exception as e:
    print(e.__class__.__name__, str(e))
print('r=b"a".upper()')
try:
    b"a".startswith(u"a")
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('b"a".startswith(u"a")')
try:
    "a".ljust()
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('"a".ljust()')
try:
    "a".ljust(1,2,3)
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('"a".ljust(1,2,3)')
try:
    "a".find()
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('"a".find()')
try:
    "a".find(1,2,3,4)
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('"a".find(1,2,3,4)')
try:
    "a".split(1,2,3)
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('"a".split(1,2,3)')
try:
    "a".splitlines(1,2)
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('"a".splitlines(1,2)')
try:
    "a".replace()
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('"a".replace()')
try:
    "a".strip(1,2)
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('"a".strip(1,2)')
try:
    "a".startswith()
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('"a".startswith()')
try:
    "a".count()
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('"a".count()')
try:
    "a".partition()
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('"a".partition()')
try:
    "a".expandtabs("a")
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('"a".expandtabs("a")')
try:
    "a".join(1,2)
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('"a".join(1,2)')
try:
    r="%s" % (1,)
    print(repr(r))
except Exception as e:
    print(e.__class__.__name__, str(e))
print('r="%s" % (1,)')
try:
    "%d %d" % 1
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('"%d %d" % 1')
try:
    "%d" % (1,2)
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('"%d" % (1,2)')
try:
    "%s" % ()
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('"%s" % ()')
try:
    r="%r" % "a"
    print(repr(r))
except Exception as e:
    print(e.__class__.__name__, str(e))
print('r="%r" % "a"')
try:
    "%z" % 1
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('"%z" % 1')
try:
    "%(a)s" % 1
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('"%(a)s" % 1')
try:
    r="%(a)s" % {"a":1}
    print(repr(r))
except Exception as e:
    print(e.__class__.__name__, str(e))
print('r="%(a)s" % {"a":1}')
try:
    "%(b)s" % {"a":1}
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('"%(b)s" % {"a":1}')
try:
    "%d" % None
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('"%d" % None')
try:
    "%c" % "ab"
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('"%c" % "ab"')
try:
    r="%c" % 97
    print(repr(r))
except Exception as e:
    print(e.__class__.__name__, str(e))
print('r="%c" % 97')
try:
    r="%x" % 255
    print(repr(r))
except Exception as e:
    print(e.__class__.__name__, str(e))
print('r="%x" % 255')
try:
    r="%5.1f|" % 2.25
    print(repr(r))
except Exception as e:
    print(e.__class__.__name__, str(e))
print('r="%5.1f|" % 2.25')
try:
    r="%-5s|" % "a"
    print(repr(r))
except Exception as e:
    print(e.__class__.__name__, str(e))
print('r="%-5s|" % "a"')
try:
    r="%05d" % 42
    print(repr(r))
except Exception as e:
    print(e.__class__.__name__, str(e))
print('r="%05d" % 42')
try:
    r="%+d" % 5
    print(repr(r))
except Exception as e:
    print(e.__class__.__name__, str(e))
print('r="%+d" % 5')
try:
    r="%%"%()
    print(repr(r))
except Exception as e:
    print(e.__class__.__name__, str(e))
print('r="%%"%()')
try:
    r="%*d" % (5,1)
    print(repr(r))
except Exception as e:
    print(e.__class__.__name__, str(e))
print('r="%*d" % (5,1)')
try:
    r="%s %s" % ("a", [1])
    print(repr(r))
except Exception as e:
    print(e.__class__.__name__, str(e))
print('r="%s %s" % ("a", [1])')
try:
    "%i" % "5"
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('"%i" % "5"')
try:
    r="%d" % 3.7
    print(repr(r))
except Exception as e:
    print(e.__class__.__name__, str(e))
print('r="%d" % 3.7')
try:
    r="%s" % None
    print(repr(r))
except Exception as e:
    print(e.__class__.__name__, str(e))
print('r="%s" % None')
try:
    "%s %s" % "a"
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('"%s %s" % "a"')
try:
    r="%e" % 12345.678
    print(repr(r))
except Exception as e:
    print(e.__class__.__name__, str(e))
print('r="%e" % 12345.678')
try:
    r="%g" % 0.00001
    print(repr(r))
except Exception as e:
    print(e.__class__.__name__, str(e))
print('r="%g" % 0.00001')
try:
    "%.2f" % "a"
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('"%.2f" % "a"')
try:
    r="%s" % ((1,2),)
    print(repr(r))
except Exception as e:
    print(e.__class__.__name__, str(e))
print('r="%s" % ((1,2),)')
try:
    "abc" % 1
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('"abc" % 1')
try:
    r="abc" % {}
    print(repr(r))
except Exception as e:
    print(e.__class__.__name__, str(e))
print('r="abc" % {}')
try:
    r="abc" % []
    print(repr(r))
except Exception as e:
    print(e.__class__.__name__, str(e))
print('r="abc" % []')
try:
    r="%s" % u"x"
    print(repr(r))
except Exception as e:
    print(e.__class__.__name__, str(e))
print('r="%s" % u"x"')
try:
    r=u"%s" % "x"
    print(repr(r))
except Exception as e:
    print(e.__class__.__name__, str(e))
print('r=u"%s" % "x"')
try:
    r="%s" % b"x"
    print(repr(r))
except Exception as e:
    print(e.__class__.__name__, str(e))
print('r="%s" % b"x"')
try:
    r=b"%s" % b"x"
    print(repr(r))
except Exception as e:
    print(e.__class__.__name__, str(e))
print('r=b"%s" % b"x"')
try:
    (5).bit_length(1)
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('(5).bit_length(1)')
try:
    r=(3.0).is_integer()
    print(repr(r))
except Exception as e:
    print(e.__class__.__name__, str(e))
print('r=(3.0).is_integer()')
try:
    r=(5).numerator
    print(repr(r))
except Exception as e:
    print(e.__class__.__name__, str(e))
print('r=(5).numerator')
try:
    r=(5).imag
    print(repr(r))
except Exception as e:
    print(e.__class__.__name__, str(e))
print('r=(5).imag')
try:
    r=(1j).real
    print(repr(r))
except Exception as e:
    print(e.__class__.__name__, str(e))
print('r=(1j).real')
try:
    r=(1j).conjugate()
    print(repr(r))
except Exception as e:
    print(e.__class__.__name__, str(e))
print('r=(1j).conjugate()')
try:
    r=(0.5).as_integer_ratio()
    print(repr(r))
except Exception as e:
    print(e.__class__.__name__, str(e))
print('r=(0.5).as_integer_ratio()')
try:
    r=True.bit_length()
    print(repr(r))
except Exception as e:
    print(e.__class__.__name__, str(e))
print('r=True.bit_length()')
try:
    r=(5).as_integer_ratio()
    print(repr(r))
except Exception as e:
    print(e.__class__.__name__, str(e))
print('r=(5).as_integer_ratio()')
try:
    r=(5).__index__()
    print(repr(r))
except Exception as e:
    print(e.__class__.__name__, str(e))
print('r=(5).__index__()')
try:
    r=(5).bit_count()
    print(repr(r))
except Exception as e:
    print(e.__class__.__name__, str(e))
print('r=(5).bit_count()')
