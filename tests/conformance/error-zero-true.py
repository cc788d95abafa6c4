# the plain slash
1 / 0
