# a method that lists do not have
l = [1]
l.push(2)
