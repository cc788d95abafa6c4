class C:
  nonlocal x
