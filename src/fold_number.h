#ifndef GCREFS_FOLD_NUMBER_H
#define GCREFS_FOLD_NUMBER_H

#include <gmp.h>

#include "compile_core.h"

/*
 * Arithmetic on constant numbers.  The fold_ functions say whether there is a
 * result (not: division by zero, over a limit of the version) and store it.
 */

bool is_int_constant(const struct constant *k);
bool is_bool(const struct constant *k);
/* True and False as 1 and 0; others as they are. */
struct constant as_number(const struct constant *k);
/* VALUE := Z; IS_LONG as in struct constant. */
void set_int(struct compiler *c, mpz_t z, bool is_long, struct constant *value);

bool fold_ints(struct compiler *c, enum binary op, const struct constant *a,
	const struct constant *b, struct constant *value);
/* Both are numbers that a double holds exactly. */
bool fold_floats(enum binary op, const struct constant *a, const struct constant *b,
	struct constant *value);
/* Sums and differences where one is complex. */
bool fold_complex(enum binary op, const struct constant *a, const struct constant *b,
	struct constant *value);

#endif
