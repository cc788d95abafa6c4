# nor has a bare object
o = object()
o.x = 1
