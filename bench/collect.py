"""collect.py SHAPE N: what bench/collect prints, for the interpreter that runs it.

Builds the same shape of lists (src/synth.h) and times gc.collect() three times:
after the heap was built, again, and after the held list was let go.  Prints the
processor time of each and what it returned.
"""
from __future__ import print_function

import gc
import random
import sys

try:
    from time import process_time
except ImportError:
    from time import clock as process_time


def ring(lists):
    for i, l in enumerate(lists):
        l.append(lists[(i + 1) % len(lists)])


def random_graph(lists):
    order = list(lists)
    random.shuffle(order)
    ring(order)
    for l in lists:
        l.append(random.choice(lists))
        l.append(random.choice(lists))


def build(shape, n):
    """Returns the held list, or None."""
    lists = [[] for _ in range(n)]
    if shape in ('ring', 'ringg'):
        ring(lists)
    elif shape == 'pairs':
        for i in range(0, n - 1, 2):
            ring(lists[i:i + 2])
    elif shape == 'rand':
        random_graph(lists)
    elif shape == 'randhalf':
        random_graph(lists[::2])
        random_graph(lists[1::2])
    elif shape == 'randseq':
        for i, l in enumerate(lists):
            l.extend(lists[(i + k) % n] for k in (1, 2, 3))
    elif shape == 'deep':
        for i in range(1, n):
            lists[i].append(lists[i - 1])
        return lists[-1]
    elif shape == 'star':
        for l in lists[1:]:
            lists[0].append(l)
            l.append(lists[0])
    else:
        sys.exit('collect.py: no shape ' + shape)
    return None if shape in ('ringg', 'pairs') else lists[0]


def collect():
    start = process_time()
    found = gc.collect()
    return process_time() - start, found


def main():
    random.seed(1)
    gc.collect()
    gc.disable()
    held = build(sys.argv[1], int(sys.argv[2]))
    results = [collect(), collect()]
    del held
    results.append(collect())
    print(' '.join('%.6f %d' % r for r in results))


main()
