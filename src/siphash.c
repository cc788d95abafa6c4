#include "siphash.h"

static uint64_t rotate(uint64_t x, int bits)
{
	return x << bits | x >> (64 - bits);
}

static void rounds_of(uint64_t v[4], int count)
{
	for (int i = 0; i < count; i++) {
		v[0] += v[1];
		v[2] += v[3];
		v[1] = rotate(v[1], 13) ^ v[0];
		v[3] = rotate(v[3], 16) ^ v[2];
		v[0] = rotate(v[0], 32);
		v[2] += v[1];
		v[0] += v[3];
		v[1] = rotate(v[1], 17) ^ v[2];
		v[3] = rotate(v[3], 21) ^ v[0];
		v[2] = rotate(v[2], 32);
	}
}

static uint64_t little_endian(const unsigned char *bytes, size_t count)
{
	uint64_t x = 0;

	for (size_t i = 0; i < count; i++)
		x |= (uint64_t)bytes[i] << (8 * i);
	return x;
}

static void absorb(uint64_t v[4], uint64_t word, int rounds)
{
	v[3] ^= word;
	rounds_of(v, rounds);
	v[0] ^= word;
}

uint64_t siphash(const void *bytes, size_t length, int rounds)
{
	uint64_t v[4] = {
		UINT64_C(0x736f6d6570736575),
		UINT64_C(0x646f72616e646f6d),
		UINT64_C(0x6c7967656e657261),
		UINT64_C(0x7465646279746573),
	};
	const unsigned char *p = bytes;
	size_t left = length;

	for (; left >= 8; left -= 8, p += 8)
		absorb(v, little_endian(p, 8), rounds);
	absorb(v, little_endian(p, left) | (uint64_t)length << 56, rounds);
	v[2] ^= 0xff;
	rounds_of(v, rounds + 2);
	return v[0] ^ v[1] ^ v[2] ^ v[3];
}
