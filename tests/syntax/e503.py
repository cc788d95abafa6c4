import a; from
