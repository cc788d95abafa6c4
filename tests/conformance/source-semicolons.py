# several statements on a line
a = 1; b = 2; print(a + b);
if a: pass
for i in (1, 2): print(i); print(-i)
