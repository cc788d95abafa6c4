x = yield 2
