#at 2.7:69 3.6:71 3.7:72 3.8:72 3.9:81 3.10:81 3.11:81 3.12:81 3.13:81
class _Feature:
    def __init__(self, optionalRelease, mandatoryRelease, compiler_flag):
        self.optional = optionalRelease
        self.mandatory = mandatoryRelease
        self.compiler_flag = compiler_flag

    def getOptionalRelease(self):
        return self.optional

    def getMandatoryRelease(self):
        return self.mandatory

    def __repr__(self):
        return "_Feature" + repr((self.optional, self.mandatory, self.compiler_flag))


#if 3.8
_flag = 131072
#else
_flag = 8192
#end
nested_scopes = _Feature((2, 1, 0, "beta", 1), (2, 2, 0, "alpha", 0), 16)
generators = _Feature((2, 2, 0, "alpha", 1), (2, 3, 0, "final", 0), 0)
division = _Feature((2, 2, 0, "alpha", 2), (3, 0, 0, "alpha", 0), _flag)
absolute_import = _Feature((2, 5, 0, "alpha", 1), (3, 0, 0, "alpha", 0), 2 * _flag)
with_statement = _Feature((2, 5, 0, "alpha", 1), (2, 6, 0, "alpha", 0), 4 * _flag)
print_function = _Feature((2, 6, 0, "alpha", 2), (3, 0, 0, "alpha", 0), 8 * _flag)
unicode_literals = _Feature((2, 6, 0, "alpha", 2), (3, 0, 0, "alpha", 0), 16 * _flag)
#if 3.8
barry_as_FLUFL = _Feature((3, 1, 0, "alpha", 2), (4, 0, 0, "alpha", 0), 32 * _flag)
#else
#if 3.0
barry_as_FLUFL = _Feature((3, 1, 0, "alpha", 2), (3, 9, 0, "alpha", 0), 32 * _flag)
#end
#end
#if 3.0
generator_stop = _Feature((3, 5, 0, "beta", 1), (3, 7, 0, "alpha", 0), 64 * _flag)
#end
#if 3.11
annotations = _Feature((3, 7, 0, "beta", 1), None, 128 * _flag)
#else
#if 3.10
annotations = _Feature((3, 7, 0, "beta", 1), (3, 11, 0, "alpha", 0), 128 * _flag)
#else
#if 3.8
annotations = _Feature((3, 7, 0, "beta", 1), (3, 10, 0, "alpha", 0), 128 * _flag)
#else
#if 3.7
annotations = _Feature((3, 7, 0, "beta", 1), (4, 0, 0, "alpha", 0), 128 * _flag)
#end
#end
#end
#end
