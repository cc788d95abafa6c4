x =		y z
