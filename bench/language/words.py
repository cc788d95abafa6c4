# Words counted in a dict of lists, with texts made and looked up.
def main():
    words = ['w%d' % (i * 7 % 101) for i in range(1000)]
    places = {}
    for r in range(120):
        for at, word in enumerate(words):
            if word in places:
                places[word].append(at)
            else:
                places[word] = [at]
        if r % 10 == 9:
            places = {}
    print(len(places), sum(len(p) for p in places.values()))
    print(sorted(set(words))[:3])


main()
