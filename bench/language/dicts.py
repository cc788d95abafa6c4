# A dict stored to and read by texts and by numbers.
def main():
    d = {}
    i = 0
    while i < 500000:
        d['a'] = i
        d[7] = d['a']
        d['b'] = d[7]
        i += 1
    print(sorted(d.items(), key=str))


main()
