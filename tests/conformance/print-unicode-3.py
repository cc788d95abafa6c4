# versions: 3.6-
# str is text
print("caf\u00e9 \u4e2d\u6587")
print(repr("caf\u00e9"))
print(repr("\u200b\u0301\ud800"))
print(len("\u4e2d\u6587"))
print("\u4e2d\u6587"[1])
print(ascii("\u00e9\U0001F600"))
print(repr("\U0001F600"))
print("caf\u00e9".upper())
print({"\u00e9": 1})
print("%5s|" % "\u4e2d")
