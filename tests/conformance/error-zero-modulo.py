# modulo
5 % 0
