def f():
  return
return
