# versions: 2.7
# classes without object
class Old:
    def method(self):
        pass


print Old
print Old()
print type(Old), type(Old())
print Old().__class__
print Old.method
print Old().method
print isinstance(Old(), Old)
