# versions: 2.7
# octal of old
print 017, 0777, 0o17, 0L == 0, 5L, [5L]
