# which characters repr escapes
print(repr("tab\tnewline\nreturn\r"))
print(repr("back\\slash"))
print(repr("\x00\x01\x1f\x7f"))
print(repr("bell\a back\b form\f vt\v"))
print("octal \101\102 hex \x43")
print(r"raw \n stays")
print("continued \
line")
print('''three
lines''')
print("a" "b" 'c')
print(len("\n\\\""))
