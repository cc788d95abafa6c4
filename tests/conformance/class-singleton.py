class Singleton(type):
    _instances = {}
    def __call__(cls, *args, **kwargs):
        if cls not in cls._instances:
            cls._instances[cls] = super(Singleton, cls).__call__(*args, **kwargs)
        return cls._instances[cls]

Base = Singleton("Base", (object,), {})

class Config(Base):
    def __init__(self):
        print("created")
        self.items = []

a = Config()
b = Config()
print(a is b, Config._instances.__len__())
