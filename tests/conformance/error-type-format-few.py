# too few arguments for a format
"%s %s" % ("one",)
