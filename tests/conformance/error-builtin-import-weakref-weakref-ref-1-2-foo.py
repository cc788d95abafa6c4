# An error, and its text in every version.
import weakref
weakref.ref({1: 2}).foo
