# quotes in a key
d = {}
d["it's"]
