# versions: 3.6-
# sys.implementation: what interpreter this is.
import sys

this = sys.implementation
print(this.name, this.cache_tag, this.version == sys.version_info)
print(this.hexversion == sys.hexversion, this.version is sys.version_info)
print(type(this), type(this).__name__, type(this).__module__)
print(this)
print(list(this.__dict__), hasattr(this, "other"))
if this.name != "cpython":
    print("not CPython")
try:
    hash(this)
except TypeError as error:
    print(error)
