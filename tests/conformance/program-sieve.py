# primes
limit = 60
sieve = [True] * (limit + 1)
primes = []
for n in range(2, limit + 1):
    if not sieve[n]:
        continue
    primes.append(n)
    k = n * n
    while k <= limit:
        sieve[k] = False
        k += n
print(primes)
print(len(primes))
