#since 3.3


class MutableMapping:
    __slots__ = ()

    def clear(self):
        while len(self):
            self.popitem()
