# does __del__ run again
saved = []


class Z(object):
    def __del__(self):
        print("del")
        if len(self.log) < 3:
            self.log.append(1)
            saved.append(self)


z = Z()
z.log = []
del z
print("--")
saved.pop()
print("--")
del saved[:]
print("end")
