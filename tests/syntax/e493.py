def f():
  from a import *
  def g(): return x
