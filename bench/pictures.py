#!/usr/bin/env python3
"""Our picture of each graph beside those of dot and Graph::Easy, as a table.

    bench/pictures.py TOOL_GRAPH [DOT_FILE...] > docs/pictures.md

TOOL_GRAPH is the built tests/tool_graph.  For dot every box gets the size that
it has in our picture, one cell being 0.1 by 0.2 inches; its area is that of its
drawing in such cells, its crossings are those of its curves, taken as straight
pieces.  Needs graphviz and Graph::Easy; neither is needed for anything else.
"""
import glob
import os
import re
import shutil
import subprocess
import sys

CELL_X, CELL_Y = 0.1, 0.2
PIECES = 12


def run(command, text=None):
    return subprocess.run(command, input=text, capture_output=True, text=True,
                          check=True).stdout


def ours(tool, path, *options):
    line = run([tool, '--numbers', *options, path])
    found = re.search(r'(\d+) nodes, (\d+) edges: (\d+)x(\d+), (\d+) cells, '
                      r'(\d+) crossings', line)
    return [int(n) for n in found.groups()]


def read_dot(path):
    """The nodes with their labels, and the pairs of the edges."""
    text = open(path).read()
    labels = dict(re.findall(r'^\s*"?(\w+)"?\s*\[label="([^"]*)"', text, re.M))
    edges = re.findall(r'^\s*"?(\w+)"?\s*->\s*"?(\w+)"?', text, re.M)
    for pair in edges:
        for name in pair:
            labels.setdefault(name, name)
    return labels, edges


def dot_source(labels, edges):
    lines = ['digraph g { rankdir=LR; nodesep=.1; ranksep=.4; '
             'node [shape=box, fixedsize=true, label=""];']
    for name, label in labels.items():
        lines.append('%s [width=%.2f, height=%.2f];' % (
            name, (len(label) + 4) * CELL_X, 3 * CELL_Y))
    lines += ['%s -> %s;' % pair for pair in edges]
    return '\n'.join(lines + ['}'])


def bezier(points):
    """The curve as short straight pieces."""
    out = [points[0]]
    for i in range(0, len(points) - 3, 3):
        a, b, c, d = points[i:i + 4]
        for k in range(1, PIECES + 1):
            t = k / PIECES
            s = 1 - t
            out.append(tuple(
                s * s * s * a[j] + 3 * s * s * t * b[j] + 3 * s * t * t * c[j]
                + t * t * t * d[j] for j in (0, 1)))
    return out


def side(a, b, c):
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])


def cross(a, b, c, d):
    return (side(a, b, c) * side(a, b, d) < 0
            and side(c, d, a) * side(c, d, b) < 0)


def count_crossings(curves):
    count = 0
    for i, one in enumerate(curves):
        for other in curves[i + 1:]:
            count += any(cross(a, b, c, d)
                         for a, b in zip(one, one[1:])
                         for c, d in zip(other, other[1:]))
    return count


def dot(labels, edges):
    curves = []
    for line in run(['dot', '-Tplain'], dot_source(labels, edges)).splitlines():
        words = line.split()
        if words[0] == 'graph':
            width, height = float(words[2]), float(words[3])
        if words[0] == 'edge':
            n = int(words[3])
            numbers = [float(w) for w in words[4:4 + 2 * n]]
            curves.append(bezier(list(zip(numbers[::2], numbers[1::2]))))
    return (round(width / CELL_X) * round(height / CELL_Y),
            count_crossings(curves))


def graph_easy(labels, edges):
    source = '\n'.join('[ %s ] --> [ %s ]' % (labels[a], labels[b])
                       for a, b in edges)
    text = run(['graph-easy', '--as=boxart'], source).rstrip('\n')
    rows = text.split('\n')
    return max(map(len, rows)) * len(rows)


def main():
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    for needed in ('dot', 'graph-easy'):
        if not shutil.which(needed):
            sys.exit('%s is not installed' % needed)
    here = os.path.dirname(os.path.abspath(__file__))
    files = sys.argv[2:] or sorted(
        glob.glob(os.path.join(here, '../tests/graphs/[01]*.dot')))
    sums = [0] * 6
    print('# Pictures of graphs, beside those of others')
    print()
    print('Made by `bench/pictures.py`: cells of the whole picture, and places '
          'where two\nreferences cross. dot draws curves between boxes of the '
          'same size as ours;\nGraph::Easy (`--as=boxart`) draws with the same '
          'characters as we do, and leaves\nout what it cannot place.')
    print()
    print('| graph | objects / references | gcrefs: cells | compact | crossings '
          '| dot: cells | crossings | Graph::Easy: cells |')
    print('|---|---|---|---|---|---|---|---|')
    for path in files:
        labels, edges = read_dot(path)
        n, m, _, _, cells, crossings = ours(sys.argv[1], path)
        compact = ours(sys.argv[1], path, '--compact')[4]
        theirs, their_crossings = dot(labels, edges)
        easy = graph_easy(labels, edges)
        row = [cells, compact, crossings, theirs, their_crossings, easy]
        sums = [a + b for a, b in zip(sums, row)]
        print('| %s | %d / %d | %s |' % (
            os.path.basename(path)[:-4], n, m, ' | '.join(map(str, row))))
    print('| sum | | %s |' % ' | '.join(map(str, sums)))


main()
