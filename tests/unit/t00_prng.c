#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "prng.h"

/* The first numbers of the published generator for seed 1234567. */
static void is_the_published_generator(void **state)
{
	(void)state;
	struct prng r = prng_seed(1234567);

	assert_true(prng_u64(&r) == UINT64_C(6457827717110365317));
	assert_true(prng_u64(&r) == UINT64_C(3203168211198807973));
	assert_true(prng_u64(&r) == UINT64_C(9817491932198370423));
}

static void stays_in_range_and_reaches_its_ends(void **state)
{
	(void)state;
	struct prng r = prng_seed(1);
	int count[7] = {0};

	for (int i = 0; i < 7000; i++) {
		int n = prng_range(&r, -3, 3);
		assert_in_range(n + 3, 0, 6);
		count[n + 3]++;
	}
	for (int i = 0; i < 7; i++)
		assert_in_range(count[i], 850, 1150);
	assert_int_equal(prng_below(&r, 0), 0);
	assert_int_equal(prng_below(&r, 1), 0);
}

static void chance_of_none_and_all(void **state)
{
	(void)state;
	struct prng r = prng_seed(2);

	for (int i = 0; i < 1000; i++) {
		assert_false(prng_chance(&r, 0));
		assert_true(prng_chance(&r, 100));
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(is_the_published_generator),
		cmocka_unit_test(stays_in_range_and_reaches_its_ends),
		cmocka_unit_test(chance_of_none_and_all),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
