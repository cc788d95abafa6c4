# An error, and its text in every version.
import weakref
weakref.proxy([])
