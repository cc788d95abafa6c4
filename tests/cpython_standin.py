# What a method of a test class finds around it: put at the head of each program that
# tests/cpython_suite.py makes.  Of 2.7 and 3 at once, and of what gcrefs runs.

import contextlib
import gc
import sys
import warnings


def one_of(pattern):
    """The first element of a pattern and its characters, None for any."""
    if pattern[0] == "[":
        end = pattern.index("]") + 1
        chars = pattern[1:end - 1]
        chars = chars.replace("0-9", "0123456789")
        chars = chars.replace("a-f", "abcdef").replace("A-F", "ABCDEF")
        return pattern[:end], chars
    if pattern[0] == "\\":
        return pattern[:2], pattern[1]
    return pattern[0], None if pattern[0] == "." else pattern[0]


def matches(pattern, text):
    """Does the text begin as the pattern says?  Of "." [a-f] \\( and * and + behind."""
    if not pattern:
        return True
    element, chars = one_of(pattern)
    rest = pattern[len(element):]
    count = 0
    while count < len(text) and (chars is None or text[count] in chars):
        count += 1
    if rest[:1] not in ("*", "+"):
        return count > 0 and matches(rest, text[1:])
    least = 1 if rest[0] == "+" else 0
    while count >= least:
        if matches(rest[1:], text[count:]):
            return True
        count -= 1
    return False


def found(pattern, text):
    return any(matches(pattern, text[start:]) for start in range(len(text) + 1))


class SkipTest(Exception):
    pass


def clear_frames(error):
    if sys.version_info >= (3,):
        link = error.__traceback__
        while link is not None:
            try:
                link.tb_frame.clear()
            except RuntimeError:
                pass
            link = link.tb_next
        error.__traceback__ = None


class Raises(object):
    def __init__(self, wanted, pattern=None):
        self.wanted = wanted
        self.pattern = pattern

    def __enter__(self):
        return self

    def __exit__(self, kind, error, link):
        if kind is None:
            raise AssertionError("nothing raised: %r" % (self.wanted,))
        if not issubclass(kind, self.wanted):
            return False
        if self.pattern is not None and not found(self.pattern, str(error)):
            raise AssertionError("%r not in %r" % (self.pattern, str(error)))
        clear_frames(error)
        self.exception = error
        return True


class Warns(object):
    def __init__(self, wanted):
        self.wanted = wanted

    def __enter__(self):
        self.catcher = warnings.catch_warnings(record=True)
        self.caught = self.catcher.__enter__()
        warnings.simplefilter("always")
        return self

    def __exit__(self, kind, error, link):
        self.catcher.__exit__(kind, error, link)
        if kind is None:
            if not any(issubclass(one.category, self.wanted) for one in self.caught):
                raise AssertionError("no warning: %r" % (self.wanted,))


class TestCase(object):
    def __init__(self, name):
        self.test_name = name

    def setUp(self):
        pass

    def tearDown(self):
        pass

    def addCleanup(self, function, *arguments, **named):
        self.__dict__.setdefault("cleanups", []).append((function, arguments, named))

    def skipTest(self, reason):
        raise SkipTest(reason)

    def fail(self, message=None):
        raise AssertionError(message)

    # What objects a check makes that succeeds is part of what some methods look at, as
    # they wait for a collection: none but the method that assertEqual gets, as really.

    def bad(self, said, message):
        raise AssertionError(said if message is None else (message, said))

    def assertTrue(self, value, message=None):
        if not value:
            self.bad("%r is not true" % (value,), message)

    def assertFalse(self, value, message=None):
        if value:
            self.bad("%r is not false" % (value,), message)

    def _baseAssertEqual(self, a, b, message=None):
        if not a == b:
            self.bad("%r != %r" % (a, b), message)

    def assertEqual(self, a, b, message=None):
        compare = self._baseAssertEqual
        compare(a, b, message)

    def assertNotEqual(self, a, b, message=None):
        if not a != b:
            self.bad("%r == %r" % (a, b), message)

    def assertIs(self, a, b, message=None):
        if a is not b:
            self.bad("%r is not %r" % (a, b), message)

    def assertIsNot(self, a, b, message=None):
        if a is b:
            self.bad("is %r" % (b,), message)

    def assertIsNone(self, a, message=None):
        if a is not None:
            self.bad("%r is not None" % (a,), message)

    def assertIsNotNone(self, a, message=None):
        if a is None:
            self.bad("is None", message)

    def assertIn(self, a, b, message=None):
        if a not in b:
            self.bad("%r not in %r" % (a, b), message)

    def assertNotIn(self, a, b, message=None):
        if a in b:
            self.bad("%r in %r" % (a, b), message)

    def assertLess(self, a, b, message=None):
        if not a < b:
            self.bad("%r is not < %r" % (a, b), message)

    def assertLessEqual(self, a, b, message=None):
        if not a <= b:
            self.bad("%r is not <= %r" % (a, b), message)

    def assertGreater(self, a, b, message=None):
        if not a > b:
            self.bad("%r is not > %r" % (a, b), message)

    def assertGreaterEqual(self, a, b, message=None):
        if not a >= b:
            self.bad("%r is not >= %r" % (a, b), message)

    def assertIsInstance(self, a, kind, message=None):
        if not isinstance(a, kind):
            self.bad("%r is no %r" % (a, kind), message)

    def assertRegex(self, text, pattern, message=None):
        if not found(pattern, text):
            self.bad("no %r in %r" % (pattern, text), message)

    def assertNotRegex(self, text, pattern, message=None):
        if found(pattern, text):
            self.bad("%r in %r" % (pattern, text), message)

    def assertRaises(self, wanted, *call, **named):
        context = Raises(wanted)
        if not call:
            return context
        with context:
            call[0](*call[1:], **named)

    def assertRaisesRegex(self, wanted, pattern):
        return Raises(wanted, pattern)

    def assertWarns(self, wanted):
        return Warns(wanted)


verbose = is_wasi = Py_DEBUG = Py_GIL_DISABLED = False


class EqualToAll(object):
    def __eq__(self, other):
        return True

    def __ne__(self, other):
        return False


ALWAYS_EQ = EqualToAll()


def keep(function):
    return function


cpython_only = refcount_test = requires_type_collecting = with_tp_del = keep


def suppress_immortalization(suppress=True):
    return keep


def requires_gil_enabled(reason):
    return keep


@contextlib.contextmanager
def disable_gc():
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


@contextlib.contextmanager
def gc_threshold(*wanted):
    before = gc.get_threshold()
    gc.set_threshold(*wanted)
    try:
        yield
    finally:
        gc.set_threshold(*before)


@contextlib.contextmanager
def check_py3k_warnings(*filters, **settings):
    yield


def gc_collect():
    for _ in range(3):
        gc.collect()


def get_c_recursion_limit():
    return 5000


def check_sanitizer(**which):
    return False


class support(object):
    Py_GIL_DISABLED = Py_GIL_DISABLED
    check_sanitizer = staticmethod(check_sanitizer)
    cpython_only = staticmethod(cpython_only)
    requires_type_collecting = staticmethod(requires_type_collecting)
    disable_gc = staticmethod(disable_gc)
    check_py3k_warnings = staticmethod(check_py3k_warnings)
    gc_collect = staticmethod(gc_collect)


test_support = support


def decorator_unless(condition, reason):
    def skipping(function):
        def skipped(*arguments):
            raise SkipTest(reason)
        return skipped
    return keep if condition else skipping


class unittest(object):
    TestCase = TestCase
    SkipTest = SkipTest

    @staticmethod
    def skipIf(condition, reason):
        return decorator_unless(not condition, reason)

    @staticmethod
    def skipUnless(condition, reason):
        return decorator_unless(condition, reason)


def run(case):
    try:
        case.setUp()
        try:
            getattr(case, case.test_name)()
        finally:
            case.tearDown()
    except SkipTest:
        print("skipped")
    else:
        while case.__dict__.get("cleanups"):
            function, arguments, named = case.cleanups.pop()
            function(*arguments, **named)
        print("ok")
