whitespace = ' \t\n\r\v\f'
ascii_lowercase = 'abcdefghijklmnopqrstuvwxyz'
ascii_uppercase = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'
ascii_letters = ascii_lowercase + ascii_uppercase
digits = '0123456789'
hexdigits = digits + 'abcdef' + 'ABCDEF'
octdigits = '01234567'
punctuation = r"""!"#$%&'()*+,-./:;<=>?@[\]^_`{|}~"""
#if 3.0
printable = digits + ascii_letters + punctuation + whitespace
#else
whitespace = '\t\n\x0b\x0c\r '
lowercase = ascii_lowercase
uppercase = ascii_uppercase
letters = ascii_letters
printable = digits + letters + punctuation + whitespace


def join(words, sep=' '):
    return sep.join(words)


def split(s, sep=None, maxsplit=-1):
    return s.split(sep, maxsplit)


def upper(s):
    return s.upper()


def lower(s):
    return s.lower()
#end


def capwords(s, sep=None):
    return (sep or ' ').join([x.capitalize() for x in s.split(sep)])
