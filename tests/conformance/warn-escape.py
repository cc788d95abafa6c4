# versions: 3.12-
x = "\d \q"
y = 'a\
\z'
z = """
first
\w second
"""
b = b"\s\s"
r = r"\d"
f = f"\d{x}\e"
u = "\8 \400"
c = ("\a\b\f\v\x41\u0041"
     "\i")
