# -*- coding: utf-8 -*-
# versions: 2.7
# unicode beside str
print repr(u"caf\u00e9")
print len(u"中文"), len("中文")
print u"plain"
print [u"a", "a"]
print u"a" == "a"
print repr(u"x" + "y")
print repr("%s" % u"z")
print type(u""), isinstance(u"", str)
print repr(u"\t\u4e2d")
