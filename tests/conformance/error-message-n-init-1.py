# An error, and its text in every version.
class N(object):
    pass
N.__init__(1)
