#ifndef GCREFS_NUMBER_H
#define GCREFS_NUMBER_H

#include "heap.h"
#include "strbuf.h"

/*
 * Integers, floats, complex numbers.  Integers of any size: those that fit 64
 * bits are in the object's body words, others (OBJECT_BIG) in a block of
 * 32-bit limbs; GMP computes on scratch memory and the writer stores the
 * result.  2.7 has two integer types, int and long.
 */

/* What went wrong; `type` is an enum builtin_type, T_OBJECT (0): the operand
 * types do not know the operator. */
struct number_error {
	int type;
	const char *message;	/* static */
};

/* New reference; -5..256 are the shared immortal objects (int only). */
obj_id int_new(struct world *w, int64_t value);
/* The same of class long or a subclass, which never share. */
obj_id int_new_class(struct world *w, obj_id class, int64_t value);
obj_id float_new(struct world *w, double value);
obj_id complex_new(struct world *w, double real, double imaginary);
/* From decimal digits with an optional sign. */
obj_id int_from_text(struct world *w, const char *digits, bool as_long);
static inline obj_id bool_of(bool value)
{
	return value ? OBJ_TRUE : OBJ_FALSE;
}

/* A float cut off towards zero; 0: *e says why not (infinity, NaN). */
obj_id int_from_double(struct world *w, double value, struct number_error *e);

/* Fills a new object (kind INT, FLOAT, no payload yet): for subclasses. */
void int_fill(struct world *w, obj_id o, int64_t value);
void float_fill(struct world *w, obj_id o, double value);

/* Reading. */
bool int_fits(const struct world *w, obj_id o);	/* in int64_t */
int64_t int_value(const struct world *w, obj_id o);	/* when it fits */
double float_value(const struct world *w, obj_id o);
bool is_int(const struct world *w, obj_id o);	/* int, bool, long and subclasses */
bool is_long(const struct world *w, obj_id o);	/* 2.7's long and subclasses */
bool is_number(const struct world *w, obj_id o);
void complex_value(const struct world *w, obj_id o, double *real, double *imaginary);
/* -1, 0, 1: of any int. */
int int_sign(const struct world *w, obj_id o);
/* The nearest double of an int or float; false (with *e) when an int is too
 * large for one. */
bool number_double(const struct world *w, obj_id o, double *value, struct number_error *e);

/* repr, as the version prints it: floats with the shortest digits that read
 * back the same, 10L on 2.7, complex. */
void number_repr(const struct world *w, obj_id o, struct strbuf *out);
void float_repr(double value, struct strbuf *out);
/* With at most DIGITS digits (0: as many as needed; code g of format specs); DOT:
 * with ".0" when it would look like an int. */
void float_general(double value, int digits, bool dot, struct strbuf *out);
/* str: on 2.7 floats have 12 digits and longs no L. */
void number_str(const struct world *w, obj_id o, struct strbuf *out);
/* The digits of an int, with a sign; BASE 2 to 36, in lower case. */
void int_digits(const struct world *w, obj_id o, int base, struct strbuf *out);
/* The fewest digits that read back as VALUE (finite, not negative), and where
 * the point is: 0.DIGITS * 10 ** point. */
#define FLOAT_DIGITS 24
void float_shortest(double value, char digits[FLOAT_DIGITS], int *point);

uint64_t number_hash(const struct world *w, obj_id o);
uint64_t int64_hash(const struct world *w, int64_t value);
/* The number of items of a range; false: it is not of 64-bit numbers. */
bool range_length(const struct world *w, obj_id range, int64_t *length);
/* -1, 0, 1; 2: unordered (NaN; complex numbers that differ); numbers of any two
 * kinds, exactly as CPython. */
int number_compare(const struct world *w, obj_id a, obj_id b);

/* a OP b for two numbers, OP an enum binary of code.h.  Returns a new
 * reference, or 0 with *e set: the exception type (enum builtin_type) and
 * message that the version raises (ZeroDivisionError texts, OverflowError,
 * negative shift ...); or 0 with e->type 0: these types do not know the
 * operator (TypeError follows). */
obj_id number_binary(struct world *w, int op, obj_id a, obj_id b, struct number_error *e);
/* OP: enum unary, but not UNARY_NOT. */
obj_id number_unary(struct world *w, int op, obj_id a, struct number_error *e);
obj_id number_abs(struct world *w, obj_id a, struct number_error *e);
/* divmod(): *quotient and *remainder are new references; false with *e. */
bool number_divmod(struct world *w, obj_id a, obj_id b, obj_id *quotient,
	obj_id *remainder, struct number_error *e);
/* pow(a, b, m) of three ints. */
obj_id number_power_modulo(struct world *w, obj_id a, obj_id b, obj_id m,
	struct number_error *e);
bool number_true(const struct world *w, obj_id o);

/* int(), float() of a str or bytes; 0: not a number in that base. */
obj_id int_parse(struct world *w, const char *text, size_t length, int base, bool as_long);
bool float_parse(const char *text, size_t length, double *value);

#endif
