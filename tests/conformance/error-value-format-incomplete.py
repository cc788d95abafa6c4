# a format that stops early
"%" % 1
