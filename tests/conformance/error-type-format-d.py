# %d needs a number
"%d" % "x"
