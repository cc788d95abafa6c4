#include "bigint.h"

#include <math.h>
#include <stdlib.h>

#include "dialect.h"
#include "xalloc.h"

void big_set_int64(mpz_t z, int64_t value)
{
	uint64_t magnitude = value < 0 ? -(uint64_t)value : (uint64_t)value;

	mpz_import(z, 1, -1, sizeof(magnitude), 0, 0, &magnitude);
	if (value < 0)
		mpz_neg(z, z);
}

void big_load(const struct world *w, obj_id o, mpz_t z)
{
	mpz_init(z);
	if (int_fits(w, o)) {
		big_set_int64(z, int_value(w, o));
		return;
	}
	mpz_import(z, obj_n(w, o), -1, sizeof(uint32_t), 0, 0,
		&w->arena.w[obj_payload(w, o)]);
	if (obj_flag(w, o, OBJECT_NEGATIVE))
		mpz_neg(z, z);
}

/* Whether Z fits int64_t, and its value then. */
static bool small_value(const mpz_t z, int64_t *value)
{
	uint64_t magnitude = 0;

	if (mpz_sizeinbase(z, 2) > 64)
		return false;
	mpz_export(&magnitude, NULL, -1, sizeof(magnitude), 0, 0, z);
	if (magnitude > (uint64_t)INT64_MAX + (mpz_sgn(z) < 0))
		return false;
	*value = (int64_t)(mpz_sgn(z) < 0 ? -magnitude : magnitude);
	return true;
}

static obj_id store_limbs(struct world *w, const mpz_t z)
{
	bool old = w->dialect->version.major == 2;
	obj_id o = obj_new(w, KIND_INT, type_object(old ? T_LONG : T_INT));
	size_t count = (mpz_sizeinbase(z, 2) + 31) / 32;
	uint32_t *limbs = xreallocarray(NULL, count, sizeof(*limbs));
	uint32_t block = block_new(w, (uint32_t)count);

	mpz_export(limbs, NULL, -1, sizeof(*limbs), 0, 0, z);
	for (uint32_t i = 0; i < count; i++)
		set_word(w, block + i, limbs[i]);
	free(limbs);
	set_obj_payload(w, o, block);
	set_obj_n(w, o, (uint32_t)count);
	set_obj_flag(w, o, OBJECT_BIG, true);
	if (mpz_sgn(z) < 0)
		set_obj_flag(w, o, OBJECT_NEGATIVE, true);
	obj_born(w, o);
	return o;
}

obj_id big_store(struct world *w, const mpz_t z, bool as_long)
{
	bool is_old_long = as_long && w->dialect->version.major == 2;
	int64_t value;

	if (small_value(z, &value))
		return int_new_class(
			w, type_object(is_old_long ? T_LONG : T_INT), value);
	return store_limbs(w, z);
}

uint64_t int_bits(const struct world *w, obj_id o)
{
	mpz_t z;
	uint64_t bits;

	if (int_sign(w, o) == 0)
		return 0;
	big_load(w, o, z);
	bits = mpz_sizeinbase(z, 2);
	mpz_clear(z);
	return bits;
}

bool big_has_room(const struct world *w, uint64_t bits)
{
	return heap_has_room(w, bits / 32 + 1);
}

/* Bits of a double's significand, and the exponent of its last bit when it is
 * as small as can be. */
#define DOUBLE_BITS 53
#define DOUBLE_LOWEST (-1074)

double big_divide(const mpz_t num, const mpz_t den)
{
	mpz_t a, b, q, r;
	long shift = (long)mpz_sizeinbase(num, 2) - (long)mpz_sizeinbase(den, 2) -
		(DOUBLE_BITS + 2);
	long extra;
	double value;

	if (mpz_sgn(num) == 0)
		return mpz_sgn(den) < 0 ? -0.0 : 0.0;
	if (shift > 1100)
		return mpz_sgn(num) == mpz_sgn(den) ? INFINITY : -INFINITY;
	if (shift < DOUBLE_LOWEST - 2)
		shift = DOUBLE_LOWEST - 2;
	mpz_inits(a, b, q, r, NULL);
	mpz_abs(a, num);
	mpz_abs(b, den);
	if (shift < 0)
		mpz_mul_2exp(a, a, (mp_bitcnt_t)-shift);
	else
		mpz_mul_2exp(b, b, (mp_bitcnt_t)shift);
	mpz_tdiv_qr(q, r, a, b);
	/* q has at least two bits more than are kept; a remainder makes it odd,
	 * so that half is exactly half. */
	if (mpz_sgn(r) != 0)
		mpz_setbit(q, 0);
	extra = (long)mpz_sizeinbase(q, 2) - DOUBLE_BITS;
	if (extra < DOUBLE_LOWEST - shift)
		extra = DOUBLE_LOWEST - shift;
	mpz_fdiv_r_2exp(r, q, (mp_bitcnt_t)extra);
	mpz_fdiv_q_2exp(b, q, (mp_bitcnt_t)extra);
	mpz_mul_2exp(r, r, 1);
	mpz_set_ui(a, 1);
	mpz_mul_2exp(a, a, (mp_bitcnt_t)extra);
	if (mpz_cmp(r, a) > 0 || (mpz_cmp(r, a) == 0 && mpz_odd_p(b)))
		mpz_add_ui(b, b, 1);
	value = ldexp(mpz_get_d(b), (int)(shift + extra));
	mpz_clears(a, b, q, r, NULL);
	return mpz_sgn(num) == mpz_sgn(den) ? value : -value;
}

double big_double(const mpz_t z)
{
	mpz_t one;
	double value;

	mpz_init_set_ui(one, 1);
	value = big_divide(z, one);
	mpz_clear(one);
	return value;
}
