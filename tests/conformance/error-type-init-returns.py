# __init__ must return None
class C(object):
    def __init__(self):
        return 5


C()
