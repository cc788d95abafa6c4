# the second argument of isinstance
isinstance(1, "int")
