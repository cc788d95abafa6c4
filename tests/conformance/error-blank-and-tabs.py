# the line is shown without its indentation
def f():
	if True:
		return   1 +  None   # a comment


f()
