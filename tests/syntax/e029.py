if 1:
  pass
elif x
  pass
