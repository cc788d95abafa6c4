#include "suggest.h"

#include <assert.h>

#define LONGEST 40
#define MOVE_COST 2
#define CASE_COST 1

static char lower(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

static size_t substitution_cost(char a, char b)
{
	return a == b ? 0 : lower(a) == lower(b) ? CASE_COST : MOVE_COST;
}

static size_t smaller(size_t a, size_t b)
{
	return a < b ? a : b;
}

/* Levenshtein's distance with one row; A is not the longer one. */
static size_t row_distance(
	const char *a, size_t a_length, const char *b, size_t b_length, size_t max)
{
	size_t row[LONGEST], result = 0;

	assert(a_length <= LONGEST);
	for (size_t i = 0; i < a_length; i++)
		row[i] = (i + 1) * MOVE_COST;
	for (size_t j = 0; j < b_length; j++) {
		size_t distance = j * MOVE_COST, minimum = SIZE_MAX;

		result = distance;
		for (size_t i = 0; i < a_length; i++) {
			size_t substitute = distance + substitution_cost(b[j], a[i]);

			distance = row[i];
			result = smaller(
				smaller(result, distance) + MOVE_COST, substitute);
			row[i] = result;
			minimum = smaller(minimum, result);
		}
		if (minimum > max)
			return max + 1;
	}
	return result;
}

size_t suggest_distance(
	const char *a, size_t a_length, const char *b, size_t b_length, size_t max)
{
	for (; a_length && b_length && a[0] == b[0]; a++, b++, a_length--, b_length--)
		;
	while (a_length && b_length && a[a_length - 1] == b[b_length - 1]) {
		a_length--;
		b_length--;
	}
	if (!a_length || !b_length)
		return (a_length + b_length) * MOVE_COST;
	if (a_length > LONGEST || b_length > LONGEST)
		return max + 1;
	if (b_length < a_length)
		return suggest_distance(b, b_length, a, a_length, max);
	if ((b_length - a_length) * MOVE_COST > max)
		return max + 1;
	return row_distance(a, a_length, b, b_length, max);
}
