# versions: 2.7
# what is in gc.garbage stays
import gc


class G(object):
    def __del__(self):
        print "never"


g = G()
g.me = g
del g
print gc.collect(), len(gc.garbage)
