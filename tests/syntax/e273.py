try:
  pass
except a, b as c:
  pass
