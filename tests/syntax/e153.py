class C: yield
