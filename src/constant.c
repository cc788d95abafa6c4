#include <string.h>

#include "code.h"

static uint32_t hash_pointer(const void *p)
{
	return (uint32_t)((uint64_t)(uintptr_t)p * 0x9e3779b97f4a7c15u >> 32);
}

bool constant_same(const struct constant *a, const struct constant *b)
{
	if (a->kind != b->kind || a->is_long != b->is_long || a->number != b->number ||
		a->length != b->length || a->code != b->code ||
		memcmp(&a->real, &b->real, sizeof a->real) != 0 ||
		memcmp(&a->imaginary, &b->imaginary, sizeof a->imaginary) != 0)
		return false;
	if (a->text != b->text)
		return false; /* texts are interned */
	for (uint32_t i = 0; a->items && i < a->length; i++)
		if (!constant_same(&a->items[i], &b->items[i]))
			return false;
	return true;
}

uint32_t constant_hash(const struct constant *k)
{
	uint32_t h = k->kind * 31u + k->is_long;
	uint64_t bits;

	memcpy(&bits, &k->real, sizeof bits);
	h = h * 1000003u ^ (uint32_t)(bits ^ bits >> 32);
	h = h * 1000003u ^ (uint32_t)((uint64_t)k->number ^ (uint64_t)k->number >> 32);
	h = h * 1000003u ^ hash_pointer(k->text) ^ hash_pointer(k->code);
	for (uint32_t i = 0; k->items && i < k->length; i++)
		h = h * 1000003u ^ constant_hash(&k->items[i]);
	return h;
}
