# break and continue leave try blocks through their finally
def loop():
    for i in range(5):
        try:
            if i == 1:
                continue
            if i == 3:
                break
            print(i)
        finally:
            print("finally %d" % i)
    else:
        print("not reached")
    while True:
        try:
            try:
                break
            finally:
                print("inner")
        finally:
            print("outer")


loop()
