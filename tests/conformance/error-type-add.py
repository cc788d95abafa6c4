# text and number
"a" + 1
