# some things cannot be weakly referenced
import weakref
weakref.ref(5)
