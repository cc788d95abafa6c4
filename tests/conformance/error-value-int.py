# text that is no number
print(int("12"))
int("twelve")
