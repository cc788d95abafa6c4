# None as the index of a tuple
(1, 2)[None]
