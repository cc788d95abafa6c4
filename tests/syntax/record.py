#!/usr/bin/env python3
"""Records what real interpreters say of the programs in this directory.

usage: record.py PYTHON...

Writes expected/X.Y for each interpreter: "== NAME" before what it prints on
standard error for NAME.py, nothing where it accepts the program (which it then
runs: none does harm; one that is not done after five seconds counts as accepted).
"""

import os
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))


def version_of(python):
    code = "import sys; sys.stdout.write('%d.%d' % sys.version_info[:2])"
    return subprocess.check_output([python, "-c", code]).decode()


def message(python, name):
    environment = dict(os.environ, PYTHONHASHSEED="0", PYTHONIOENCODING="utf-8",
                       PYTHONDONTWRITEBYTECODE="1")
    try:
        run = subprocess.run([python, "-W", "ignore", name], cwd=HERE,
                             env=environment, stdin=subprocess.DEVNULL,
                             stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
                             timeout=5)
    except subprocess.TimeoutExpired:
        return b""
    text = run.stderr.replace(os.fsencode(HERE) + b"/", b"")
    return b"" if text.startswith(b"Traceback") or run.returncode == 0 else text


def main():
    names = sorted(n for n in os.listdir(HERE)
                   if n.endswith(".py") and n != "record.py")
    os.makedirs(os.path.join(HERE, "expected"), exist_ok=True)
    for python in sys.argv[1:]:
        path = os.path.join(HERE, "expected", version_of(python))
        with open(path, "wb") as out:
            for name in names:
                out.write(b"== " + name[:-3].encode() + b"\n" + message(python, name))


main()
