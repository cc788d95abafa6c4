# text that is no float
float("1.2.3")
