# versions: 3.10-
class Node:
    next: "Node | None" = None
    items: list[int]
    def __init__(self, value: int, next: int | None = None) -> None:
        self.value: int = value
    def f(self, x: dict[str, list[int]], *a: tuple[int, ...], **k: int) -> set[str]:
        return x
n = Node(1)
print(Node.__annotations__)
print(n.f([1]), list[int]([1, 2]), list[int], int | str, int | None, dict[str, Node])
print(isinstance(1, int | str), isinstance("a", int | None), isinstance(None, int | None))
def g(a, b: int = 3, *, c: float = 1.0) -> str: ...
print(g.__annotations__)
print(list[int].__origin__, list[int].__args__, (int | str).__args__)
x: int = 5
y: str
print(x, __annotations__)
