# versions: 3.10 3.12
def f(x):
    match x:
        case 1 | 'a':
            a
        case None:
            b
        case [p, *q, 5]:
            c
        case {'k': v, **rest}:
            d
        case C(y, z=3) if y:
            e
        case (1 | 2) as n:
            g
        case _:
            h
