if (a:
  pass
