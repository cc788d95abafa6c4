# objects of builtin types have no room
l = []
l.x = 1
