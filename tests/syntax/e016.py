class C(
  pass
