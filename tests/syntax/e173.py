def (a): pass
