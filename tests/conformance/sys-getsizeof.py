# sizes of numbers, texts, tuples and sets; what sys says of the machine
import sys
print([sys.getsizeof(x) for x in ((), (1,), (1,2))])
print([sys.getsizeof(x) for x in (0, 1, -1, 2**30-1, 2**30, 2**60, 2**62, 2**63, 2**90, -2**100, True, False)])
print([sys.getsizeof(x) for x in (None, 1.5, 1j, object(), Ellipsis, NotImplemented)])
print([sys.getsizeof(x) for x in ('', 'a', 'abc', u'', u'abc', u'\xe9bc', u'\u20ac', u'\u20acb', b'', b'abc', u'\U0001f600')])
print([sys.getsizeof(x) for x in (set(), frozenset(), set(range(3)), set(range(10)), set(range(100)))])
print(sys.hexversion, sys.byteorder, sys.platform, sys.maxunicode, sys.getdefaultencoding())
