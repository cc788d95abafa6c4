# deleting what is not there
class C(object):
    def __init__(self):
        del self.x


C()
