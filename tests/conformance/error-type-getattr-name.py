# the name must be a text
getattr(5, 5)
