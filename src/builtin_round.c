#include "builtin.h"

#include <errno.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "arguments.h"
#include "bigint.h"
#include "code.h"
#include "dialect.h"
#include "errors.h"
#include "refuse.h"
#include "special.h"

/* round(), and __round__ of numbers. */

/* Places beyond these change nothing or leave nothing (Objects/floatobject.c). */
#define PLACES_MAX 323
#define PLACES_MIN (-308)
#define EXACT_DIGITS 770 /* of any double */

static bool is_two(const struct world *w)
{
	return w->dialect->version.major == 2;
}

/* Whether 0.DIGITS, cut off before digit N, is nearer to the next above; halves go to
 * the even digit, or AWAY from zero. */
static bool rounds_up(const char *digits, int n, bool away)
{
	if (digits[n] != '5')
		return digits[n] > '5';
	if (away || strspn(digits + n + 1, "0") < strlen(digits + n + 1))
		return true;
	return n > 0 && (digits[n - 1] - '0') % 2;
}

/* DIGITS, the first N of them, plus one unit of the last.  True: all were nines, and
 * 1 is left. */
static bool add_unit(char *digits, int n)
{
	while (n > 0 && digits[n - 1] == '9')
		digits[--n] = '0';
	if (n > 0)
		digits[n - 1]++;
	return n == 0;
}

/* VALUE (finite) to PLACES places, by its exact decimal digits. */
static double to_places(double value, int places, bool away)
{
	char text[EXACT_DIGITS + 32], digits[EXACT_DIGITS + 2], *e;
	int n, point;

	snprintf(text, sizeof(text), "%.*e", EXACT_DIGITS, fabs(value));
	e = strchr(text, 'e');
	point = (int)strtol(e + 1, NULL, 10) + 1;
	*e = '\0';
	digits[0] = text[0];
	strcpy(digits + 1, text + 2);
	n = point + places;
	if (n < 0)
		return copysign(0.0, value);
	if (n > EXACT_DIGITS)
		return value;
	if (rounds_up(digits, n, away) && add_unit(digits, n)) {
		snprintf(text, sizeof(text), "1e%d", point);
	} else {
		digits[n] = '\0';
		snprintf(text, sizeof(text), "0.%se%d", digits, point);
	}
	return copysign(strtod(text, NULL), value);
}

static obj_id float_to_places(struct world *w, double value, int64_t places)
{
	double rounded;

	if (!isfinite(value) || value == 0 || places > PLACES_MAX)
		return float_new(w, value);
	if (places < PLACES_MIN)
		return float_new(w, 0.0 * value);
	rounded = to_places(value, (int)places, is_two(w));
	if (isinf(rounded))
		return raise_error(
			w, T_OVERFLOW_ERROR, "rounded value too large to represent");
	return float_new(w, rounded);
}

/* The nearest multiple of 10 ** -PLACES; halves go to the even one. */
static obj_id int_to_places(struct world *w, obj_id o, int64_t places)
{
	mpz_t value, unit, rest;
	obj_id result;
	int side;

	big_load(w, o, value);
	if (places < -(int64_t)mpz_sizeinbase(value, 10) - 1) {
		mpz_clear(value);
		return int_new(w, 0);
	}
	mpz_init(unit);
	mpz_init(rest);
	mpz_ui_pow_ui(unit, 10, (unsigned long)-places);
	mpz_fdiv_qr(value, rest, value, unit);
	mpz_mul_2exp(rest, rest, 1);
	side = mpz_cmp(rest, unit);
	if (side > 0 || (side == 0 && mpz_odd_p(value)))
		mpz_add_ui(value, value, 1);
	mpz_mul(value, value, unit);
	result = big_store(w, value, false);
	mpz_clears(value, unit, rest, NULL);
	return result;
}

static obj_id whole(struct world *w, obj_id o)
{
	struct number_error e = {0};
	obj_id result;

	if (obj_class(w, o) == type_object(T_INT)) {
		hold(w, o);
		return o;
	}
	result = obj_kind(w, o) == KIND_FLOAT
		? int_from_double(w, rint(float_value(w, o)), &e)
		: number_unary(w, UNARY_POSITIVE, o, &e);
	if (!result)
		raise_error(w, (enum builtin_type)e.type, "%s", e.message);
	return result;
}

static bool read_places(struct world *w, obj_id o, int64_t *places)
{
	if (index_value(w, o, false, places) == OUT_VALUE)
		return true;
	if (special(w, o, N_INDEX))
		refuse(w,
			"a number of places with __index__ is outside gcrefs's language");
	else
		raise_error(w, T_TYPE_ERROR,
			is_two(w) ? "'%s' object cannot be interpreted as an index"
				  : "'%s' object cannot be interpreted as an integer",
			type_name_of(w, o));
	return false;
}

/* 3.x: a number to PLACES (0 or None: to an int). */
static obj_id rounded(struct world *w, obj_id o, obj_id places_object)
{
	int64_t places;

	if (!places_object || places_object == OBJ_NONE)
		return whole(w, o);
	if (!read_places(w, places_object, &places))
		return 0;
	if (obj_kind(w, o) == KIND_FLOAT)
		return float_to_places(w, float_value(w, o), places);
	return places < 0 ? int_to_places(w, o, places) : whole(w, o);
}

obj_id float_round(struct world *w, const struct args *a)
{
	return rounded(w, a->self, a->count ? arg(w, a, 0) : 0);
}

obj_id int_round(struct world *w, const struct args *a)
{
	return rounded(w, a->self, a->count ? arg(w, a, 0) : 0);
}

/* ---- the function */

static bool round_arguments(
	struct world *w, const struct args *a, obj_id *o, obj_id *places)
{
	uint32_t n = args_positional(w, a);

	if (a->count > 2)
		raise_error(w, T_TYPE_ERROR,
			"round() takes at most 2 arguments (%u given)", a->count);
	else if (!args_known(w, a, "round",
			 (const char *const[]){"number", "ndigits", NULL}))
		return false;
	*o = n ? arg(w, a, 0) : args_keyword(w, a, "number");
	*places = n > 1 ? arg(w, a, 1) : args_keyword(w, a, "ndigits");
	if (!*o && !reg(w, REG_EXCEPTION))
		raise_error(w, T_TYPE_ERROR,
			py_at_least(w->dialect->version, 3, 7)
				? "round() missing required argument 'number' (pos 1)"
				: "Required argument 'number' (pos 1) not found");
	return !reg(w, REG_EXCEPTION);
}

/* 2.7 rounds floats, and makes one of everything. */
static obj_id round_as_float(struct world *w, obj_id o, obj_id places_object)
{
	struct number_error e = {0};
	int64_t places = 0;
	double value;

	if (!is_int(w, o) && obj_kind(w, o) != KIND_FLOAT)
		return raise_error(w, T_TYPE_ERROR, "a float is required");
	if (!number_double(w, o, &value, &e))
		return raise_error(w, (enum builtin_type)e.type, "%s", e.message);
	if (places_object && !read_places(w, places_object, &places))
		return 0;
	return float_to_places(w, value, places);
}

static obj_id method_of(const struct world *w, obj_id o)
{
	return special(w, o, is_two(w) ? N_FLOAT : N_ROUND);
}

obj_id core_round(struct world *w, const struct args *a)
{
	obj_id o, places;

	if (!round_arguments(w, a, &o, &places))
		return 0;
	if (method_of(w, o))
		return RESULT_STEP;
	if (is_two(w))
		return round_as_float(w, o, places);
	if (!is_int(w, o) && obj_kind(w, o) != KIND_FLOAT)
		return raise_error(w, T_TYPE_ERROR,
			"type %s doesn't define __round__ method", type_name_of(w, o));
	return rounded(w, o, places);
}

void core_round_step(struct world *w, uint32_t f)
{
	struct args a = builtin_args(w, f);
	obj_id o, places, value = word(w, f + FRAME_RESULT);

	round_arguments(w, &a, &o, &places);
	if (frame_state(w, f) == 0) {
		set_frame_state(w, f, 1);
		if (is_two(w) || places == OBJ_NONE)
			places = 0;
		push_special(w, method_of(w, o), o, places, 0, f + FRAME_RESULT);
		return;
	}
	set_word(w, f + FRAME_RESULT, 0);
	if (!is_two(w) || !value) {
		builtin_return(w, value);
		return;
	}
	set_word(w, builtin_local(w, f, 0), value);
	builtin_return(w, round_as_float(w, value, places));
}
