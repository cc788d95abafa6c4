# counting words
text = "the cat and the dog and the bird"
counts = {}
for word in text.split():
    counts[word] = counts.get(word, 0) + 1
words = list(counts.keys())
words.sort()
for word in words:
    print("%-5s %d %s" % (word, counts[word], "*" * counts[word]))
pairs = []
for word in words:
    pairs.append((-counts[word], word))
pairs.sort()
print(pairs[0][1])
