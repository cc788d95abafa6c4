try:
  pass
except:
  pass
except b:
  pass
