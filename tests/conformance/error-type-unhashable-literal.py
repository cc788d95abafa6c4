# a dict in a dict's literal
d = {"ok": 1, {}: 2}
