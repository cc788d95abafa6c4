# versions: 2.7
# version 2 orders everything
print 1 < "a", None < 0, [] < "", {} < [], () > []
print None < -5, "z" > 10 ** 6
print [1, "a"] < ["a", 1]
print {"a": 1} < {"a": 2}, {"a": 1} < {"b": 0}
print 1 <> 2
print cmp(1, 2), cmp("b", "a"), cmp([1], [1])
