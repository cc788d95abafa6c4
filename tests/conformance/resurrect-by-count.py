# __del__ saves its object
saved = []


class Z(object):
    def __del__(self):
        print("del")
        saved.append(self)


z = Z()
del z
print(len(saved))
saved[0].x = 5
print(saved[0].x)
del Z.__del__
