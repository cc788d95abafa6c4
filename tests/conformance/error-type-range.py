# range of a text
range("3")
