x = a \

