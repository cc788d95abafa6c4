# -*- coding: utf-8 -*-
# versions: 2.7
# str is bytes
print "caf\xc3\xa9"
print repr("caf\xc3\xa9"), len("caf\xc3\xa9")
print repr("é")
print ["é"]
print "é"[0] == "\xc3"
