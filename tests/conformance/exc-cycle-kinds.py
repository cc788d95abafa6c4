# cycles of exceptions that the interpreter raises itself
import gc
gc.collect()


def division():
    try:
        1 / 0
    except ZeroDivisionError as e:
        err = e


def key():
    try:
        {}["k"]
    except KeyError as e:
        err = e


def name():
    try:
        no_such_name
    except NameError as e:
        err = e


def attribute():
    try:
        (1).foo
    except AttributeError as e:
        err = e


def index():
    try:
        [][0]
    except IndexError as e:
        err = e


class E(Exception):
    pass


def own():
    try:
        raise E()
    except E as e:
        err = e


class Holder(object):
    def method(self):
        try:
            raise ValueError("x")
        except ValueError as e:
            self.err = e


for f in [division, key, name, attribute, index, own, Holder().method]:
    gc.collect()
    f()
    print(gc.collect())
