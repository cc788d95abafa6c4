if x:

else:
  pass
