if x:
# comment
y
