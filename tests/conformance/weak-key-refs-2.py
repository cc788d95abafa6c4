# versions: 2.7
# What weak dictionaries have in 2.7 alone; a dead key goes when the iterator is done.
import weakref


class Thing(object):
    pass


things = [Thing(), Thing(), Thing()]
keys = weakref.WeakKeyDictionary()
values = weakref.WeakValueDictionary()
for i, thing in enumerate(things):
    keys[thing] = i
    values[i] = thing
del thing
print len(list(keys.iterkeyrefs())), len(list(values.itervaluerefs())), len(values.valuerefs())
print sorted(keys.itervalues()), sorted(values.iterkeys()), keys.has_key(things[0])
for d, walk in (keys, keys.iteritems()), (values, values.iteritems()):
    one = next(walk)
    del one
    things.pop()
    print len(d), len(list(walk)) in (1, 2, 3), len(d)
print sorted(values.keys()), sorted(keys.values()), len(values.items()), len(keys.keys())
values.clear()
print len(values), cmp(values, {}), values == weakref.WeakValueDictionary()
