#!/usr/bin/env python3
"""Programs that compute, beside a real Python: processor time, medians.

    bench/language.py BUILD [PYTHON [RUNS]]

`run` is `gcrefs run`; `recorded` has every event and every written word kept, as
while somebody steps (bench/recorded.c).  Each is a whole process, in milliseconds,
and beside it as a part of PYTHON's.  `run KB`: the most memory that `gcrefs run` had
(what this script has itself is the least that can be seen).  What the three print must
be the same.
"""
import glob
import os
import statistics
import subprocess
import sys
import tempfile


def measure(command):
    """Milliseconds, kilobytes at most, and what was printed."""
    with tempfile.TemporaryFile() as out:
        process = subprocess.Popen(command, stdout=out)
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = status
        if status:
            sys.exit('language.py: %s fails' % ' '.join(command))
        out.seek(0)
        return (used.ru_utime + used.ru_stime) * 1e3, used.ru_maxrss, out.read()


def compare(path, commands, runs):
    times = [[] for _ in commands]
    largest = 0
    for _ in range(runs):
        printed = set()
        for i, command in enumerate(commands):
            used, kilobytes, text = measure(command + [path])
            times[i].append(used)
            printed.add(text)
            if i == 1:
                largest = max(largest, kilobytes)
        if len(printed) > 1:
            sys.exit('language.py: %s prints something else' % path)
    return [statistics.median(t) for t in times], largest


def main():
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    build = sys.argv[1]
    python = sys.argv[2] if len(sys.argv) > 2 else 'python3'
    runs = int(sys.argv[3]) if len(sys.argv) > 3 else 5
    commands = [[python], [os.path.join(build, 'gcrefs'), 'run', '--python=3.11'],
                [os.path.join(build, 'bench/recorded')]]
    here = os.path.dirname(os.path.abspath(__file__))
    print('%-16s %9s %9s %7s %9s %7s %7s' % (
        'program', 'python ms', 'run', '', 'recorded', '', 'run KB'))
    for path in sorted(glob.glob(os.path.join(here, 'language/*.py'))):
        (theirs, ours, recorded), largest = compare(path, commands, runs)
        print('%-16s %9.0f %9.0f %7.2f %9.0f %7.2f %7d' % (
            os.path.basename(path)[:-3], theirs, ours, ours / theirs, recorded,
            recorded / theirs, largest), flush=True)


main()
