#!/usr/bin/env python3
"""Record what the real Python interpreters do with our programs.

    tests/record.py [OPTION]... [PROGRAM.py | DIRECTORY]...

For every program, runs it under every CPython it finds and writes what was
printed to expected/NAME.expected beside the program.  Without a path: the
scenarios and the conformance programs.

    --python X.Y=PATH   use this interpreter (may be repeated); without it, the
                        newest X.Y.Z of each X.Y under `pyenv root`/versions
    --check             write nothing; say what would change, status 1 if anything
    --once              do not run each program a second time (see below)
    -j N                programs at a time (default 2)

Which versions a program is for is said in its first lines:

    # versions: 2.7, 3.8-3.10, 3.12-     only these
    # python: 2.7                         the same, when there is no "versions"

The format of a recording, a line at a time:

    versions 2.7 3.6 ...   starts a section: these versions behaved as follows
    status N               exit status
    >TEXT                  a line of standard output
    !TEXT                  a line of standard error
    \\                      the line before this one did not end in a newline

Versions with equal behaviour share a section.  Versions of which no interpreter
is here keep the section they had.  tests/conformance.sh reads the format.

Every program is run as `python NAME` in its own directory, with PYTHONHASHSEED=0
and an otherwise fixed environment, then once more from a copy in another place and
without buffers (a buffer of print is made of objects that the collector counts);
a program that does not print the same both times is refused, since nobody could
be held to its output.  Addresses become 0xADDR and the names in `File "..."` lose
their directories, those of the standard library elsewhere become /usr/lib/pythonX.Y;
tests/conformance.sh does the same to what it compares.
"""

import argparse
import concurrent.futures
import os
import re
import shutil
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
TOP = os.path.dirname(HERE)
DEFAULT_PATHS = [os.path.join(TOP, "scenarios"), os.path.join(HERE, "conformance")]
TIMEOUT = 60
HEADER_LINES = 12

ADDRESS = re.compile(rb"0x[0-9a-fA-F]{6,}")
LIBRARY = re.compile(rb"""[^\s"'(]*/lib/(python\d\.\d+)/""")
FILE_NAME = re.compile(rb'(File ")[^"\n]*/([^"/\n]+")')
WARNING = re.compile(rb"^/[^\n:]*/([^/\n:]+:\d+: \w+Warning: )", re.M)
VERSIONS = re.compile(rb"^#\s*versions:\s*(.+?)\s*$", re.M)
PYTHON = re.compile(rb"^#\s*python:\s*(\d+\.\d+)", re.M)


def version_key(version):
    return tuple(int(part) for part in version.split("."))


def find_interpreters():
    try:
        root = subprocess.check_output(["pyenv", "root"]).decode().strip()
    except (OSError, subprocess.CalledProcessError):
        return {}
    found = {}
    directory = os.path.join(root, "versions")
    names = [n for n in os.listdir(directory) if re.match(r"\d+\.\d+\.\d+$", n)]
    for name in sorted(names, key=version_key):
        path = os.path.join(directory, name, "bin", "python")
        if os.access(path, os.X_OK):
            found[".".join(name.split(".")[:2])] = path
    return found


def header(path):
    with open(path, "rb") as file:
        return b"".join(file.readlines()[:HEADER_LINES])


def is_for(path):
    """The predicate "is this version one the program is for"."""
    text = header(path)
    match = VERSIONS.search(text)
    if not match:
        match = PYTHON.search(text)
        if not match:
            return lambda version: True
        only = match.group(1).decode()
        return lambda version: version == only
    ranges = []
    for part in match.group(1).decode().replace(",", " ").split():
        low, dash, high = part.partition("-")
        first = version_key(low)
        last = version_key(high) if high else ((99, 99) if dash else first)
        ranges.append((first, last))
    return lambda version: any(
        first <= version_key(version) <= last for first, last in ranges)


def environment():
    return {
        "PATH": "/usr/bin:/bin",
        "HOME": "/",
        "LC_ALL": "C.UTF-8",
        "PYTHONHASHSEED": "0",
        "PYTHONDONTWRITEBYTECODE": "1",
    }


def normalise(text):
    text = LIBRARY.sub(rb"/usr/lib/\1/", ADDRESS.sub(b"0xADDR", text))
    return WARNING.sub(rb"\1", FILE_NAME.sub(rb"\1\2", text))


def run(interpreter, directory, name, extra):
    process = subprocess.run(
        [interpreter, name], cwd=directory, env=dict(environment(), **extra),
        stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        timeout=TIMEOUT)
    return (process.returncode, normalise(process.stdout), normalise(process.stderr))


def run_elsewhere(interpreter, directory, name):
    with tempfile.TemporaryDirectory(prefix="a-rather-long-name-") as place:
        shutil.copy(os.path.join(directory, name), place)
        return run(interpreter, place, name, {"PYTHONUNBUFFERED": "1", "UNUSED": "x" * 300})


def lines_with(mark, text):
    lines = text.split(b"\n")
    ended = lines.pop()
    result = [mark + line for line in lines]
    if ended:
        result += [mark + ended, b"\\"]
    return result


def section_body(outcome):
    status, out, err = outcome
    lines = [b"status %d" % status] + lines_with(b">", out) + lines_with(b"!", err)
    return b"\n".join(lines) + b"\n"


def read_recording(path):
    """{version: body} of a recording, {} if there is none."""
    if not os.path.exists(path):
        return {}
    with open(path, "rb") as file:
        text = file.read()
    bodies = {}
    for section in re.split(rb"(?m)^versions ", text)[1:]:
        first, _, body = section.partition(b"\n")
        for version in first.decode().split():
            bodies[version] = body
    return bodies


def format_recording(bodies):
    groups = []
    for version in sorted(bodies, key=version_key):
        for group in groups:
            if group[1] == bodies[version]:
                group[0].append(version)
                break
        else:
            groups.append(([version], bodies[version]))
    return b"".join(
        b"versions " + " ".join(versions).encode() + b"\n" + body
        for versions, body in groups)


def expected_path(program):
    directory, name = os.path.split(program)
    return os.path.join(directory, "expected", name[:-len(".py")] + ".expected")


def record(program, interpreters, once):
    """The new text of the program's recording, and a list of complaints."""
    directory, name = os.path.split(os.path.abspath(program))
    wanted = is_for(program)
    old = read_recording(expected_path(program))
    bodies = {v: body for v, body in old.items()
              if wanted(v) and v not in interpreters}
    complaints = []
    for version in sorted(filter(wanted, interpreters), key=version_key):
        try:
            outcome = run(interpreters[version], directory, name, {})
            again = outcome if once else run_elsewhere(
                interpreters[version], directory, name)
        except subprocess.TimeoutExpired:
            complaints.append("%s: %s: does not end" % (program, version))
            continue
        if again != outcome:
            complaints.append("%s: %s: differs from run to run:\n%s%s" % (
                program, version, section_body(outcome).decode("utf-8", "replace"),
                section_body(again).decode("utf-8", "replace")))
            continue
        bodies[version] = section_body(outcome)
    return format_recording(bodies), complaints


def programs_of(paths):
    for path in paths:
        if os.path.isdir(path):
            for name in sorted(os.listdir(path)):
                if name.endswith(".py"):
                    yield os.path.join(path, name)
        else:
            yield path


def write(path, text):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "wb") as file:
        file.write(text)


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paths", nargs="*", default=DEFAULT_PATHS)
    parser.add_argument("--python", action="append", metavar="X.Y=PATH")
    parser.add_argument("--check", action="store_true")
    parser.add_argument("--once", action="store_true")
    parser.add_argument("-j", type=int, default=2)
    options = parser.parse_args()
    if options.python:
        interpreters = dict(item.split("=", 1) for item in options.python)
    else:
        interpreters = find_interpreters()
    if not interpreters:
        sys.exit("record.py: no interpreter found; give one with --python X.Y=PATH")

    changed, bad = 0, 0
    programs = list(programs_of(options.paths))
    with concurrent.futures.ThreadPoolExecutor(options.j) as pool:
        results = pool.map(
            lambda program: record(program, interpreters, options.once), programs)
        for program, (text, complaints) in zip(programs, results):
            bad += len(complaints)
            for complaint in complaints:
                print(complaint)
            path = expected_path(program)
            old = open(path, "rb").read() if os.path.exists(path) else b""
            if text != old:
                changed += 1
                print("%s: %s" % (path, "differs" if options.check else "written"))
                if not options.check:
                    write(path, text)
    print("%d programs, %d recordings %s, %d refused" % (
        len(programs), changed, "differ" if options.check else "written", bad))
    return 1 if bad or (options.check and changed) else 0


if __name__ == "__main__":
    sys.exit(main())
