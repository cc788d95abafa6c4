# %f needs a number
"%f" % "x"
