# break outside of a loop
x = 1
break
