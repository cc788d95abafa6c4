# popitem of an empty dict
d = {"k": 1}
d.popitem()
d.popitem()
