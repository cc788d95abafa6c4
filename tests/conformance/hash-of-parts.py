# keys made of keys that hash in Python
class A(object):
    def __init__(self,n): self.n=n
    def __hash__(self): print('hash'); return self.n
    def __eq__(self,o): print('eq'); return self.n==o.n
d={(A(1),2):'x'}
print(d[(A(1),2)], (A(1),2) in d, hash((A(3),)), hash((3,)))
s=set([(A(1),),(A(1),)]); print(len(s))
s.discard((A(1),)); print(len(s))
