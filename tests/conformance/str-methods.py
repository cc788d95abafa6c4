# the everyday methods
s = "Hello, World"
print(s.upper(), s.lower(), s.swapcase())
print(s.replace("l", "L"), s.replace("l", "", 1))
print(s.find("o"), s.find("z"), s.rfind("o"), s.count("l"))
print(s.startswith("Hell"), s.endswith("d"), s.index("W"))
print("a,b,,c".split(","), " a  b ".split(), "a b c".split(" ", 1))
print("-".join(["x", "y", "z"]), "".join([]))
print("  pad ".strip() + "|", "xxaxx".strip("x"), " l".lstrip(), "r ".rstrip() + "|")
print("abc".isalpha(), "12".isdigit(), "a1".isalnum(), " ".isspace())
print("one two".title(), "word".capitalize())
print("7".zfill(3), "ab".center(6) + "|", "ab".ljust(4) + "|", "ab".rjust(4))
print("a\nb\nc".splitlines())
print("ab" * 3, 3 * "-", "ab" * 0 + "|", "a" * -1 + "|")
