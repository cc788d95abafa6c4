# an unknown format character
"%y" % 1
