# too many
"%s" % ("one", "two")
