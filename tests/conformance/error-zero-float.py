# float division
1.0 / 0
