# a list cannot
import weakref
r = weakref.ref([])
