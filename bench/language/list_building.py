# Lists built by append, by comprehensions and by repetition, and read again.
def squares(n):
    found = []
    for i in range(n):
        found.append(i * i)
    return found


def main():
    total = 0
    for r in range(60):
        rows = [[j, j + 1] for j in range(2000)]
        total += len(rows) + sum(squares(2000)) % 7
        total += sum(row[1] for row in rows)
        total += len([0] * 1000)
    print(total)


main()
