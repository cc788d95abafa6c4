# number and text
1 + "a"
