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

/* New reference; -5..256 are the shared immortal objects (int only). */
obj_id int_new(struct world *w, int64_t value);
obj_id int_new_class(struct world *w, obj_id class, int64_t value);	/* bool-free; long, subclasses */
obj_id float_new(struct world *w, double value);
obj_id complex_new(struct world *w, double real, double imaginary);
/* From decimal digits with an optional sign. */
obj_id int_from_text(struct world *w, const char *digits, bool is_long);
static inline obj_id bool_of(bool value)
{
	return value ? OBJ_TRUE : OBJ_FALSE;
}

/* Reading. */
bool int_fits(const struct world *w, obj_id o);	/* in int64_t */
int64_t int_value(const struct world *w, obj_id o);	/* when it fits */
double float_value(const struct world *w, obj_id o);
bool is_int(const struct world *w, obj_id o);	/* int, bool, long and subclasses */
bool is_number(const struct world *w, obj_id o);

/* repr, as the version prints it: floats with the shortest digits that read
 * back the same, 10L on 2.7, complex. */
void number_repr(const struct world *w, obj_id o, struct strbuf *out);
void float_repr(double value, struct strbuf *out);

uint64_t number_hash(const struct world *w, obj_id o);
/* -1, 0, 1; 2: unordered (NaN); numbers of any two kinds, exactly as CPython. */
int number_compare(const struct world *w, obj_id a, obj_id b);

/* a OP b for two numbers.  Returns a new reference, or 0 with *error set: the
 * exception type (enum builtin_type) and message that the version raises
 * (ZeroDivisionError texts, OverflowError, negative shift ...); or 0 with
 * error->type 0: these types do not know the operator (TypeError follows). */
struct number_error {
	int type;
	const char *message;	/* static */
};
obj_id number_binary(struct world *w, int op, obj_id a, obj_id b, struct number_error *e);
obj_id number_unary(struct world *w, int op, obj_id a, struct number_error *e);
bool number_true(const struct world *w, obj_id o);

/* int(), float() of a str or bytes; 0: not a number in that base. */
obj_id int_parse(struct world *w, const char *text, size_t length, int base, bool is_long);
bool float_parse(const char *text, size_t length, double *value);

#endif
