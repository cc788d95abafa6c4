# Two lists, one of which holds itself for a moment.
def main():
    i = 0
    while i < 400000:
        a = [i, i]
        b = [a]
        b.append(b)
        b.pop()
        i += 1
    print(len(a), len(b))


main()
