"""The doc of the module."""
# strings at the beginning are docs
print(__doc__)


class C(object):
    """The doc of C."""

    def m(self):
        """The doc of m."""


print(C.__doc__)
print(C.m.__doc__)
print(C().__doc__)
