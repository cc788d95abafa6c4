# coding: utf-8
x = ("é", a b)
