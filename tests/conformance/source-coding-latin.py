# -*- coding: latin-1 -*-
# versions: 2.7
# the bytes of a string are those of the file
print repr("café"), len("café")
