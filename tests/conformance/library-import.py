# what an import of the library says
from weakref import WeakSet
import weakref as w, atexit
print(atexit.register.__name__)
print(WeakSet is w.WeakSet, atexit.__name__)
from weakref import nothing
