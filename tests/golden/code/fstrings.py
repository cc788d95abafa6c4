# versions: 3.6 3.12
f'{x}'
f'a{x!r}b{y:>{w}}'
f''
