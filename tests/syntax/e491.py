def f():
  def g(): return x
  exec "x"
