"""Makes a program that differs as short as it can be while it still differs.

    shorten(pieces, differs)        pieces: a list of statements of any number of lines

First whole statements are left out, many at a time; then lines, each with the block that
belongs to it; then blocks are replaced by what is in them (delta debugging, by halves).
DIFFERS is asked about a list of statements or lines.
"""


def leave_out(pieces, differs):
    """Leaves out pieces, many at first, as long as the program differs."""
    size = len(pieces) // 2
    while size:
        at = 0
        while at < len(pieces):
            shorter = pieces[:at] + pieces[at + size:]
            if shorter and differs(shorter):
                pieces = shorter
            else:
                at += size
        size //= 2
    return pieces


def indent_of(line):
    return len(line) - len(line.lstrip())


def block_end(lines, at):
    """Where the block that line AT begins ends; blank lines belong to it."""
    end = at + 1
    while end < len(lines) and (
            not lines[end].strip() or indent_of(lines[end]) > indent_of(lines[at])):
        end += 1
    return end


def without_blocks(lines, differs):
    """Leaves out one line at a time, with its block or its head alone."""
    at = len(lines)
    while at > 0:
        at -= 1
        if at >= len(lines):
            continue
        end = block_end(lines, at)
        inside = [line[4:] if line.strip() else line for line in lines[at + 1:end]]
        for instead in [], inside, ["%spass" % (" " * indent_of(lines[at]))]:
            shorter = lines[:at] + instead + lines[end:]
            if len("".join(shorter)) < len("".join(lines)) and differs(shorter):
                lines = shorter
                break
    return lines


def shorten(pieces, differs):
    pieces = leave_out(pieces, differs)
    lines = "\n".join(pieces).split("\n")
    while True:
        shorter = without_blocks(lines, differs)
        if shorter == lines:
            return lines
        lines = shorter
