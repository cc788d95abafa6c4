def f(x):
  def f(y, y): pass
