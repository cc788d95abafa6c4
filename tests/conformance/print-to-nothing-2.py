# versions: 2.7
# an object without write cannot be printed to
class Nothing(object):
    pass


n = Nothing()
print >>None, "None is sys.stdout"
print >>n, "x"
