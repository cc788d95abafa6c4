#native
#until 2.7
# Functions of 2.7 that go over any number of sequences.


def zip(*sequences):
    result = []
    if not sequences:
        return result
    iterators = [iter(sequence) for sequence in sequences]
    while True:
        row = []
        for iterator in iterators:
            for item in iterator:
                row.append(item)
                break
            else:
                return result
        result.append(tuple(row))


def map(function, *sequences):
    if not sequences:
        raise TypeError('map() requires at least two args')
    if len(sequences) == 1:
        if function is None:
            return list(sequences[0])
        return [function(item) for item in sequences[0]]
    result = []
    iterators = [iter(sequence) for sequence in sequences]
    while True:
        row = []
        ended = 0
        for iterator in iterators:
            for item in iterator:
                row.append(item)
                break
            else:
                row.append(None)
                ended += 1
        if ended == len(iterators):
            return result
        result.append(tuple(row) if function is None else function(*row))


def filter(function, sequence):
    if function is None:
        result = [item for item in sequence if item]
    else:
        result = [item for item in sequence if function(item)]
    if isinstance(sequence, tuple):
        return tuple(result)
    if isinstance(sequence, basestring):
        return type(sequence)().join(result)
    return result


def apply(function, args=(), keywords={}):
    return function(*args, **keywords)


def reduce(function, sequence, *initial):
    items = iter(sequence)
    if initial:
        value = initial[0]
    else:
        for value in items:
            break
        else:
            raise TypeError('reduce() of empty sequence with no initial value')
    for item in items:
        value = function(value, item)
    return value
