# the message is the repr of the key
d = {}
d[(1, "x")]
