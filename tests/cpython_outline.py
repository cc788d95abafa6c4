"""Print what a Python file is made of, as JSON: run by the interpreter whose file it is.

    PYTHON tests/cpython_outline.py FILE

Works under 2.7 and 3, as each interpreter parses only its own language.  A list of
items, those of the module in their order:

    kind       "class", "def", "import", "text" (any other statement)
    lines      the first and the last line, counted from 1, decorators included
    defines    the names it binds
    names      the names that occur in it
    attributes the attributes that occur in it, a.b and c.b: "b"
    text       of an import alone: one alias as a statement of its own
    module     of an import alone: what is imported from
    bases      of a class alone: its bases as written, "unittest.TestCase"
    head       of a class alone: the last line before its first member
    members    of a class alone: items
"""

import ast
import json
import sys


def dotted(node):
    if isinstance(node, ast.Attribute):
        return dotted(node.value) + "." + node.attr
    return getattr(node, "id", "?")


def names_in(node):
    found = set()
    for part in ast.walk(node):
        if isinstance(part, ast.Name):
            found.add(part.id)
        elif isinstance(part, ast.alias):
            found.update(part.name.split("."))
        elif isinstance(part, ast.ImportFrom):
            found.update((part.module or "").split("."))
    return sorted(found)


def attributes_in(node):
    parts = ast.walk(node)
    return sorted(set(part.attr for part in parts if isinstance(part, ast.Attribute)))


def bound_in(node):
    found = set()
    for part in ast.walk(node):
        if isinstance(part, (ast.FunctionDef, ast.ClassDef)):
            found.add(part.name)
        elif isinstance(part, ast.Name) and isinstance(part.ctx, ast.Store):
            found.add(part.id)
        elif isinstance(part, ast.alias):
            found.add((part.asname or part.name).split(".")[0])
    return sorted(found)


def text_of(node):
    """The text of a statement that is a string alone, None of any other."""
    if not isinstance(node, ast.Expr):
        return None
    field = "value" if sys.version_info >= (3, 8) else "s"
    value = getattr(node.value, field, None)
    return value if isinstance(value, str) else None


def first_line(node):
    line = node.lineno
    if sys.version_info < (3, 8):
        line -= (text_of(node) or "").count("\n")
    return min([line] + [d.lineno for d in getattr(node, "decorator_list", [])])


def of_import(node):
    origin = getattr(node, "module", None)
    start = "from %s import " % origin if origin else "import "
    for alias in node.names:
        text = start + alias.name + (" as " + alias.asname if alias.asname else "")
        yield {
            "kind": "import",
            "text": text,
            "module": origin or alias.name,
            "defines": [(alias.asname or alias.name).split(".")[0]],
            "names": [],
            "attributes": [],
        }


def outline(body, end):
    starts = [first_line(node) for node in body] + [end + 1]
    for node, start, after in zip(body, starts, starts[1:]):
        if isinstance(node, (ast.Import, ast.ImportFrom)):
            for item in of_import(node):
                yield dict(item, lines=[start, after - 1])
            continue
        item = {
            "kind": "text",
            "lines": [start, after - 1],
            "names": names_in(node),
            "attributes": attributes_in(node),
        }
        if isinstance(node, ast.FunctionDef):
            item.update(kind="def", defines=[node.name])
        elif isinstance(node, ast.ClassDef):
            item.update(
                kind="class",
                defines=[node.name],
                bases=[dotted(base) for base in node.bases],
                head=first_line(node.body[0]) - 1,
                members=list(outline(node.body, after - 1)))
        elif text_of(node) is not None:
            continue
        else:
            item["defines"] = bound_in(node)
        yield item


def main():
    with open(sys.argv[1], "rb") as file:
        source = file.read()
    body = ast.parse(source, sys.argv[1]).body
    print(json.dumps(list(outline(body, source.count(b"\n")))))


if __name__ == "__main__":
    main()
