# Arithmetic with whole numbers.
def main():
    i = 0
    total = 0
    while i < 800000:
        total = total + i * 3 - i
        i += 1
    print(total)


main()
