# versions: 2.7, 3.11
# what operators and subscripts of built-in types give and complain of
try:
    print(repr([1]+(2,)))
except Exception as e:
    print(e.__class__.__name__, str(e))
print('[1]+(2,)')
try:
    print(repr((1,)+[2]))
except Exception as e:
    print(e.__class__.__name__, str(e))
print('(1,)+[2]')
try:
    print(repr("a"+1))
except Exception as e:
    print(e.__class__.__name__, str(e))
print('"a"+1')
try:
    print(repr(1+"a"))
except Exception as e:
    print(e.__class__.__name__, str(e))
print('1+"a"')
try:
    print(repr(u"a"+1))
except Exception as e:
    print(e.__class__.__name__, str(e))
print('u"a"+1')
try:
    print(repr(b"a"+1))
except Exception as e:
    print(e.__class__.__name__, str(e))
print('b"a"+1')
try:
    print(repr(b"a"+u"a"))
except Exception as e:
    print(e.__class__.__name__, str(e))
print('b"a"+u"a"')
try:
    print(repr(u"a"+b"a"))
except Exception as e:
    print(e.__class__.__name__, str(e))
print('u"a"+b"a"')
try:
    print(repr([1]*"a"))
except Exception as e:
    print(e.__class__.__name__, str(e))
print('[1]*"a"')
try:
    print(repr("a"*[1]))
except Exception as e:
    print(e.__class__.__name__, str(e))
print('"a"*[1]')
try:
    print(repr([1]*1.5))
except Exception as e:
    print(e.__class__.__name__, str(e))
print('[1]*1.5')
try:
    print(repr(1.5*[1]))
except Exception as e:
    print(e.__class__.__name__, str(e))
print('1.5*[1]')
try:
    print(repr("a"*"b"))
except Exception as e:
    print(e.__class__.__name__, str(e))
print('"a"*"b"')
try:
    print(repr([]*[]))
except Exception as e:
    print(e.__class__.__name__, str(e))
print('[]*[]')
try:
    print(repr([1]-[1]))
except Exception as e:
    print(e.__class__.__name__, str(e))
print('[1]-[1]')
try:
    print(repr({1}|[1]))
except Exception as e:
    print(e.__class__.__name__, str(e))
print('{1}|[1]')
try:
    print(repr({1}+{1}))
except Exception as e:
    print(e.__class__.__name__, str(e))
print('{1}+{1}')
try:
    print(repr(1**"a"))
except Exception as e:
    print(e.__class__.__name__, str(e))
print('1**"a"')
try:
    print(repr(None+1))
except Exception as e:
    print(e.__class__.__name__, str(e))
print('None+1')
try:
    print(repr([1]+None))
except Exception as e:
    print(e.__class__.__name__, str(e))
print('[1]+None')
try:
    print(repr(None+[1]))
except Exception as e:
    print(e.__class__.__name__, str(e))
print('None+[1]')
try:
    print(repr(1>>"a"))
except Exception as e:
    print(e.__class__.__name__, str(e))
print('1>>"a"')
try:
    print(repr({}|{}))
except Exception as e:
    print(e.__class__.__name__, str(e))
print('{}|{}')
try:
    print(repr({}+{}))
except Exception as e:
    print(e.__class__.__name__, str(e))
print('{}+{}')
try:
    print(repr("a"-"b"))
except Exception as e:
    print(e.__class__.__name__, str(e))
print('"a"-"b"')
try:
    print(repr(3%"a"))
except Exception as e:
    print(e.__class__.__name__, str(e))
print('3%"a"')
try:
    print(repr([1]%2))
except Exception as e:
    print(e.__class__.__name__, str(e))
print('[1]%2')
try:
    print(repr(range(3)+[1]))
except Exception as e:
    print(e.__class__.__name__, str(e))
print('range(3)+[1]')
try:
    print(repr(int+int))
except Exception as e:
    print(e.__class__.__name__, str(e))
print('int+int')
try:
    print(repr(set()-{}))
except Exception as e:
    print(e.__class__.__name__, str(e))
print('set()-{}')
try:
    print(repr(1 if {1}<[1] else 0))
except Exception as e:
    print(e.__class__.__name__, str(e))
print('1 if {1}<[1] else 0')
try:
    print(repr({1}<{1,2}))
except Exception as e:
    print(e.__class__.__name__, str(e))
print('{1}<{1,2}')
try:
    print(repr(1<"a"))
except Exception as e:
    print(e.__class__.__name__, str(e))
print('1<"a"')
try:
    print(repr([1]<[2]))
except Exception as e:
    print(e.__class__.__name__, str(e))
print('[1]<[2]')
try:
    print(repr([1,2]<[1]))
except Exception as e:
    print(e.__class__.__name__, str(e))
print('[1,2]<[1]')
try:
    print(repr([1]<(2,)))
except Exception as e:
    print(e.__class__.__name__, str(e))
print('[1]<(2,)')
try:
    print(repr(1j<2j))
except Exception as e:
    print(e.__class__.__name__, str(e))
print('1j<2j')
try:
    print(repr(None<1))
except Exception as e:
    print(e.__class__.__name__, str(e))
print('None<1')
try:
    print(repr(b"a"<u"a"))
except Exception as e:
    print(e.__class__.__name__, str(e))
print('b"a"<u"a"')
try:
    print(repr(b"a"==u"a"))
except Exception as e:
    print(e.__class__.__name__, str(e))
print('b"a"==u"a"')
try:
    print(repr(() + (1,)))
except Exception as e:
    print(e.__class__.__name__, str(e))
print('() + (1,)')
try:
    print(repr(1 in 5))
except Exception as e:
    print(e.__class__.__name__, str(e))
print('1 in 5')
try:
    print(repr(1 in "abc"))
except Exception as e:
    print(e.__class__.__name__, str(e))
print('1 in "abc"')
try:
    print(repr("a" in b"abc"))
except Exception as e:
    print(e.__class__.__name__, str(e))
print('"a" in b"abc"')
try:
    print(repr(None in [None]))
except Exception as e:
    print(e.__class__.__name__, str(e))
print('None in [None]')
try:
    print(repr(1 in {}))
except Exception as e:
    print(e.__class__.__name__, str(e))
print('1 in {}')
try:
    print(repr([] in {}))
except Exception as e:
    print(e.__class__.__name__, str(e))
print('[] in {}')
try:
    print(repr([] in set()))
except Exception as e:
    print(e.__class__.__name__, str(e))
print('[] in set()')
try:
    print(repr(set() in set()))
except Exception as e:
    print(e.__class__.__name__, str(e))
print('set() in set()')
try:
    print(repr(1 in None))
except Exception as e:
    print(e.__class__.__name__, str(e))
print('1 in None')
try:
    print(repr(u"a" in b"abc"))
except Exception as e:
    print(e.__class__.__name__, str(e))
print('u"a" in b"abc"')
try:
    print(repr(b"a" in u"abc"))
except Exception as e:
    print(e.__class__.__name__, str(e))
print('b"a" in u"abc"')
try:
    print(repr(300 in b"abc"))
except Exception as e:
    print(e.__class__.__name__, str(e))
print('300 in b"abc"')
try:
    print(repr(97 in b"abc"))
except Exception as e:
    print(e.__class__.__name__, str(e))
print('97 in b"abc"')
try:
    print(repr([1][5]))
except Exception as e:
    print(e.__class__.__name__, str(e))
print('[1][5]')
try:
    print(repr((1,)[5]))
except Exception as e:
    print(e.__class__.__name__, str(e))
print('(1,)[5]')
try:
    print(repr("a"[5]))
except Exception as e:
    print(e.__class__.__name__, str(e))
print('"a"[5]')
try:
    print(repr(u"a"[5]))
except Exception as e:
    print(e.__class__.__name__, str(e))
print('u"a"[5]')
try:
    print(repr(b"a"[5]))
except Exception as e:
    print(e.__class__.__name__, str(e))
print('b"a"[5]')
try:
    print(repr(range(3)[7]))
except Exception as e:
    print(e.__class__.__name__, str(e))
print('range(3)[7]')
try:
    print(repr(range(3)["a"]))
except Exception as e:
    print(e.__class__.__name__, str(e))
print('range(3)["a"]')
try:
    print(repr([1][10**30]))
except Exception as e:
    print(e.__class__.__name__, str(e))
print('[1][10**30]')
try:
    print(repr({}[1]))
except Exception as e:
    print(e.__class__.__name__, str(e))
print('{}[1]')
try:
    print(repr({}[[]]))
except Exception as e:
    print(e.__class__.__name__, str(e))
print('{}[[]]')
try:
    print(repr(len[1]))
except Exception as e:
    print(e.__class__.__name__, str(e))
print('len[1]')
try:
    print(repr([1,2][::0]))
except Exception as e:
    print(e.__class__.__name__, str(e))
print('[1,2][::0]')
try:
    print(repr([1]["a":]))
except Exception as e:
    print(e.__class__.__name__, str(e))
print('[1]["a":]')
try:
    print(repr(set()[1]))
except Exception as e:
    print(e.__class__.__name__, str(e))
print('set()[1]')
try:
    print(repr(object()[0]))
except Exception as e:
    print(e.__class__.__name__, str(e))
print('object()[0]')
try:
    print(repr("a"["a":]))
except Exception as e:
    print(e.__class__.__name__, str(e))
print('"a"["a":]')
try:
    print(repr([1,2,3][10**30:]))
except Exception as e:
    print(e.__class__.__name__, str(e))
print('[1,2,3][10**30:]')
try:
    print(repr({}[1:2]))
except Exception as e:
    print(e.__class__.__name__, str(e))
print('{}[1:2]')
try:
    print(repr({}[{}]))
except Exception as e:
    print(e.__class__.__name__, str(e))
print('{}[{}]')
try:
    print(repr({}[([],)]))
except Exception as e:
    print(e.__class__.__name__, str(e))
print('{}[([],)]')
try:
    print(repr(-[]))
except Exception as e:
    print(e.__class__.__name__, str(e))
print('-[]')
try:
    print(repr(~1.5))
except Exception as e:
    print(e.__class__.__name__, str(e))
print('~1.5')
try:
    print(repr(+"a"))
except Exception as e:
    print(e.__class__.__name__, str(e))
print('+"a"')
try:
    print(repr(-"a"))
except Exception as e:
    print(e.__class__.__name__, str(e))
print('-"a"')
try:
    print(repr(not []))
except Exception as e:
    print(e.__class__.__name__, str(e))
print('not []')
try:
    print(repr(1 <= "a"))
except Exception as e:
    print(e.__class__.__name__, str(e))
print('1 <= "a"')
try:
    print(repr(1 == "a"))
except Exception as e:
    print(e.__class__.__name__, str(e))
print('1 == "a"')
try:
    print(repr(3 // 0))
except Exception as e:
    print(e.__class__.__name__, str(e))
print('3 // 0')
try:
    print(repr(3 % 0))
except Exception as e:
    print(e.__class__.__name__, str(e))
print('3 % 0')
try:
    print(repr(3.0 / 0))
except Exception as e:
    print(e.__class__.__name__, str(e))
print('3.0 / 0')
try:
    print(repr(3.0//0))
except Exception as e:
    print(e.__class__.__name__, str(e))
print('3.0//0')
try:
    print(repr(3.0%0))
except Exception as e:
    print(e.__class__.__name__, str(e))
print('3.0%0')
try:
    print(repr(1<<-1))
except Exception as e:
    print(e.__class__.__name__, str(e))
print('1<<-1')
try:
    print(repr("%d" % "a"))
except Exception as e:
    print(e.__class__.__name__, str(e))
print('"%d" % "a"')
try:
    print(repr(abs("a")))
except Exception as e:
    print(e.__class__.__name__, str(e))
print('abs("a")')
try:
    print(repr(iter(1)))
except Exception as e:
    print(e.__class__.__name__, str(e))
print('iter(1)')
try:
    print(repr(hash([])))
except Exception as e:
    print(e.__class__.__name__, str(e))
print('hash([])')
try:
    print(repr(hash({})))
except Exception as e:
    print(e.__class__.__name__, str(e))
print('hash({})')
try:
    print(repr(hash(set())))
except Exception as e:
    print(e.__class__.__name__, str(e))
print('hash(set())')
try:
    print(repr(hash(slice(1))))
except Exception as e:
    print(e.__class__.__name__, str(e))
print('hash(slice(1))')
try:
    print(repr(hash(([],))))
except Exception as e:
    print(e.__class__.__name__, str(e))
print('hash(([],))')
try:
    print(repr(len(1)))
except Exception as e:
    print(e.__class__.__name__, str(e))
print('len(1)')
try:
    print(repr(len(None)))
except Exception as e:
    print(e.__class__.__name__, str(e))
print('len(None)')
try:
    print(repr([1]**2))
except Exception as e:
    print(e.__class__.__name__, str(e))
print('[1]**2')
try:
    print(repr(2**-1))
except Exception as e:
    print(e.__class__.__name__, str(e))
print('2**-1')
try:
    print(repr(0**-1))
except Exception as e:
    print(e.__class__.__name__, str(e))
print('0**-1')
try:
    print(repr(0.0**-1))
except Exception as e:
    print(e.__class__.__name__, str(e))
print('0.0**-1')
try:
    print(repr((1,)+1))
except Exception as e:
    print(e.__class__.__name__, str(e))
print('(1,)+1')
try:
    print(repr(1+(1,)))
except Exception as e:
    print(e.__class__.__name__, str(e))
print('1+(1,)')
try:
    print(repr(True+[]))
except Exception as e:
    print(e.__class__.__name__, str(e))
print('True+[]')
try:
    print(repr(frozenset()|1))
except Exception as e:
    print(e.__class__.__name__, str(e))
print('frozenset()|1')
try:
    print(repr({1}^1))
except Exception as e:
    print(e.__class__.__name__, str(e))
print('{1}^1')
try:
    print(repr({1}-[1]))
except Exception as e:
    print(e.__class__.__name__, str(e))
print('{1}-[1]')
try:
    print(repr({1}&[1]))
except Exception as e:
    print(e.__class__.__name__, str(e))
print('{1}&[1]')
try:
    l=[1]
    l[5]=1
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('l=[1]\nl[5]=1')
try:
    l=[1]
    del l[5]
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('l=[1]\ndel l[5]')
try:
    l=[1]
    l["a"]=1
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('l=[1]\nl["a"]=1')
try:
    l=[1]
    del l["a"]
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('l=[1]\ndel l["a"]')
try:
    l=()
    l[0]=1
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('l=()\nl[0]=1')
try:
    l=()
    del l[0]
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('l=()\ndel l[0]')
try:
    l="a"
    l[0]=1
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('l="a"\nl[0]=1')
try:
    l="a"
    del l[0]
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('l="a"\ndel l[0]')
try:
    l=5
    l[0]=1
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('l=5\nl[0]=1')
try:
    l=5
    del l[0]
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('l=5\ndel l[0]')
try:
    d={}
    del d[1]
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('d={}\ndel d[1]')
try:
    d={}
    d[[]]=1
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('d={}\nd[[]]=1')
try:
    l=[1,2,3]
    l[::2]=[1]
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('l=[1,2,3]\nl[::2]=[1]')
try:
    l=[1,2,3]
    l[::2]=1
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('l=[1,2,3]\nl[::2]=1')
try:
    l=[1]
    l[:]=1
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('l=[1]\nl[:]=1')
try:
    l=[1]
    l[1:]="ab";r=l
    print(repr(r))
except Exception as e:
    print(e.__class__.__name__, str(e))
print('l=[1]\nl[1:]="ab";r=l')
try:
    l=[1,2,3]
    del l[::2];r=l
    print(repr(r))
except Exception as e:
    print(e.__class__.__name__, str(e))
print('l=[1,2,3]\ndel l[::2];r=l')
try:
    l=[1,2,3]
    l[::-1]=[7,8,9];r=l
    print(repr(r))
except Exception as e:
    print(e.__class__.__name__, str(e))
print('l=[1,2,3]\nl[::-1]=[7,8,9];r=l')
try:
    s=set()
    s[0]=1
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('s=set()\ns[0]=1')
try:
    l=[1]
    l+=1
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('l=[1]\nl+=1')
try:
    l=[1]
    l+="ab";r=l
    print(repr(r))
except Exception as e:
    print(e.__class__.__name__, str(e))
print('l=[1]\nl+="ab";r=l')
try:
    l=[1]
    l*="a"
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('l=[1]\nl*="a"')
try:
    l=[1]
    l*=2;r=l
    print(repr(r))
except Exception as e:
    print(e.__class__.__name__, str(e))
print('l=[1]\nl*=2;r=l')
try:
    l=1
    l+="a"
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('l=1\nl+="a"')
try:
    l="a"
    l+=1
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('l="a"\nl+=1')
try:
    s={1}
    s|=[1]
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('s={1}\ns|=[1]')
try:
    s={1}
    s|={2};r=s
    print(repr(r))
except Exception as e:
    print(e.__class__.__name__, str(e))
print('s={1}\ns|={2};r=s')
try:
    l=1
    l**="a"
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('l=1\nl**="a"')
try:
    l=None
    l-=1
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('l=None\nl-=1')
try:
    l=()
    l+=[1]
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('l=()\nl+=[1]')
try:
    l=range(3)
    l[0]=1
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('l=range(3)\nl[0]=1')
try:
    l=range(3)
    del l[0]
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('l=range(3)\ndel l[0]')
try:
    class A(object):pass
    a=A();a[0]=1
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('class A(object):pass\na=A();a[0]=1')
try:
    class A(object):pass
    a=A();del a[0]
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('class A(object):pass\na=A();del a[0]')
try:
    class A(object):pass
    a=A();a[0]
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('class A(object):pass\na=A();a[0]')
try:
    class A:pass
    a=A();a[0]
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('class A:pass\na=A();a[0]')
try:
    class A:pass
    a=A();a[0]=1
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('class A:pass\na=A();a[0]=1')
try:
    class A:pass
    a=A();del a[0]
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('class A:pass\na=A();del a[0]')
try:
    class A:pass
    a=A();a[0:1]
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('class A:pass\na=A();a[0:1]')
try:
    class A(object):pass
    a=A();a[0:1]
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('class A(object):pass\na=A();a[0:1]')
try:
    class A(object):pass
    a=A();a+1
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('class A(object):pass\na=A();a+1')
try:
    class A:pass
    a=A();a+1
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('class A:pass\na=A();a+1')
try:
    class A:pass
    a=A();1+a
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('class A:pass\na=A();1+a')
try:
    class A(object):pass
    a=A();-a
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('class A(object):pass\na=A();-a')
try:
    class A:pass
    a=A();-a
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('class A:pass\na=A();-a')
try:
    class A(object):pass
    a=A();a<a
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('class A(object):pass\na=A();a<a')
try:
    class A(object):pass
    a=A();1 in a
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('class A(object):pass\na=A();1 in a')
try:
    class A:pass
    a=A();1 in a
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('class A:pass\na=A();1 in a')
try:
    class A(object):pass
    a=A();iter(a)
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('class A(object):pass\na=A();iter(a)')
try:
    class A:pass
    a=A();iter(a)
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('class A:pass\na=A();iter(a)')
try:
    class A(object):pass
    a=A();len(a)
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('class A(object):pass\na=A();len(a)')
try:
    class A:pass
    a=A();len(a)
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('class A:pass\na=A();len(a)')
try:
    class A:pass
    a=A();a()
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('class A:pass\na=A();a()')
try:
    l=[1]
    l[5:5]=[2];r=l
    print(repr(r))
except Exception as e:
    print(e.__class__.__name__, str(e))
print('l=[1]\nl[5:5]=[2];r=l')
try:
    d={1:2}
    for k in d: d[k+1]=1
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('d={1:2}\nfor k in d: d[k+1]=1')
try:
    s={1}
    for k in s: s.add(k+1)
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('s={1}\nfor k in s: s.add(k+1)')
try:
    d={1:2}
    for k in d:
     del d[k]
     d[5]=1
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('d={1:2}\nfor k in d:\n del d[k]\n d[5]=1')
try:
    d={1:2,2:3}
    for k in d:
     del d[k]; d[7]=1
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('d={1:2,2:3}\nfor k in d:\n del d[k]; d[7]=1')
try:
    for x in 5: pass
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('for x in 5: pass')
try:
    a,b=5
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('a,b=5')
try:
    a,b=[1]
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('a,b=[1]')
try:
    a,b=[1,2,3]
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('a,b=[1,2,3]')
try:
    a,b=None
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('a,b=None')
try:
    [a,b]=1,2,3
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('[a,b]=1,2,3')
try:
    a,b=""
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('a,b=""')
try:
    a,b={1}
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('a,b={1}')
try:
    a,b,c="ab"
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('a,b,c="ab"')
try:
    def f():
     for x in 3: pass
    f()
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('def f():\n for x in 3: pass\nf()')
try:
    l=[1]
    l.__setitem__(5,1)
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('l=[1]\nl.__setitem__(5,1)')
try:
    b=b"a"
    b[0]=1
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('b=b"a"\nb[0]=1')
try:
    d={}
    d[{}]=1
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('d={}\nd[{}]=1')
try:
    d={}
    del d[[]]
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('d={}\ndel d[[]]')
try:
    l=[1,2]
    l[0:1]=5
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('l=[1,2]\nl[0:1]=5')
try:
    l=[1,2]
    l[::1]=5
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('l=[1,2]\nl[::1]=5')
try:
    l=[1,2]
    l[0:1:2]=5
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('l=[1,2]\nl[0:1:2]=5')
try:
    x=[1,2,3]
    x[5:2]=[9];r=x
    print(repr(r))
except Exception as e:
    print(e.__class__.__name__, str(e))
print('x=[1,2,3]\nx[5:2]=[9];r=x')
try:
    x=[1,2,3]
    x[::2]=x[:2]; r=x
    print(repr(r))
except Exception as e:
    print(e.__class__.__name__, str(e))
print('x=[1,2,3]\nx[::2]=x[:2]; r=x')
try:
    x=[1]
    x[0.5:]
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('x=[1]\nx[0.5:]')
try:
    x=[1]
    del x[0.5:]
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('x=[1]\ndel x[0.5:]')
try:
    x="abc"
    r=x[1:10**30]
    print(repr(r))
except Exception as e:
    print(e.__class__.__name__, str(e))
print('x="abc"\nr=x[1:10**30]')
try:
    None[0]=1
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('None[0]=1')
try:
    len[0]=1
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('len[0]=1')
try:
    object[0]=1
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('object[0]=1')
try:
    None[0:1]=2
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('None[0:1]=2')
try:
    del None[0:1]
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('del None[0:1]')
try:
    5[0:1]=1
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('5[0:1]=1')
