# versions: 2.7 3.6 3.7 3.11
from __future__ import division
import gc, sys as s
from gc import collect, disable as d
import a.b.c
import a.b.c as e
from weakref import *
1 / x
gc.collect()
s.exit()
