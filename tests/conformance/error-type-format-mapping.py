# a name needs a mapping
"%(a)s" % (1,)
