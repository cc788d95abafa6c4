#ifndef GCREFS_FORMAT_H
#define GCREFS_FORMAT_H

#include "number.h"
#include "strbuf.h"
#include "text.h"

/*
 * Formatting: text % values, format specs, and the fields of str.format().
 *
 * A template is read piece by piece.  All that a reader needs to go on is its
 * position, a plain number, so that it can stop while Python code makes the
 * str of a value.
 */

/* What Python raises; TYPE (enum builtin_type) is 0 when nothing is wrong. */
struct format_error {
	int type;
	char message[200];
};

/* Fills *e; returns false. */
bool format_fail(struct format_error *e, int type, const char *format, ...)
	__attribute__((format(printf, 3, 4)));


/* text % values: Objects/unicodeobject.c, PyUnicode_Format. */

enum format_piece {
	FORMAT_END,
	FORMAT_LITERAL,		/* spec.text, spec.length */
	FORMAT_CONVERSION,
	FORMAT_ERROR
};

#define FORMAT_NONE (-1)	/* no width, no precision */
#define FORMAT_STAR (-2)	/* it comes from the values: format_stars() */

struct format_spec {
	const char *text;	/* a literal, or the mapping key; borrowed */
	size_t length;
	bool has_key;		/* %(key)... */
	bool left, sign, blank, alternate, zero;
	int width, precision;
	uint32_t conversion;	/* the character: one of "diouxXeEfFgGcrsa", b in bytes */
	uint32_t index;		/* where it stands, in characters, for messages */
};

/* The next piece of TEMPLATE (a str or bytes) from *position on (in bytes, 0 at
 * first).  After an error has_key says that a key was begun: without a mapping
 * the error is then "format requires a mapping".  `%%` is a literal; any other conversion % is only 2.7's and takes no
 * value.  An unknown conversion is found out by format_value(), after its
 * value was taken, as in CPython. */
enum format_piece format_next(const struct world *w, obj_id template, uint32_t *position,
	struct format_spec *s, struct format_error *e);

/* The values on the right of %, one after another. */
struct format_values {
	obj_id values;		/* a tuple, or the one value; borrowed */
	obj_id mapping;		/* for keys; 0: VALUES is none; borrowed */
	int32_t count;		/* of the tuple; -1: VALUES is the value itself */
	int32_t next;
};

/* IS_MAPPING: VALUES has __getitem__ and is no tuple, list excepted as CPython
 * does: see format_is_mapping() for the built-in kinds. */
void format_values_start(const struct world *w, struct format_values *v, obj_id values,
	bool is_mapping);
/* Whether an object of a built-in kind counts as a mapping there. */
bool format_is_mapping(const struct world *w, obj_id o);
/* Borrowed; 0 with *e: there are not enough. */
obj_id format_values_next(const struct world *w, struct format_values *v,
	struct format_error *e);
/* The value found under a key becomes the only one. */
void format_values_take(struct format_values *v, obj_id value);
/* False with *e: not all values were used.  BYTES: words of the message. */
bool format_values_end(const struct world *w, const struct format_values *v, bool bytes,
	struct format_error *e);
/* Takes the width and precision that are stars. */
bool format_stars(const struct world *w, struct format_spec *s, struct format_values *v,
	struct format_error *e);

/* Conversions of numbers and characters (all but s, r, a, b): appends to OUT.
 * VALUE: a number, or what was made of it by __int__, __index__, __float__;
 * others give the version's TypeError.  BYTES: the template is bytes. */
bool format_value(const struct world *w, const struct format_spec *s, obj_id value, bool bytes,
	struct strbuf *out, struct format_error *e);
/* s, r, a, b: TEXT (of KIND) cut to the precision and padded to the width. */
void format_text(const struct format_spec *s, const char *text, size_t length, enum kind kind,
	struct strbuf *out);

/* Format specs: [[fill]align][sign][z][#][0][width][,][.precision][type]. */

/* format(value, SPEC) of an int, bool, float or str; appends to OUT.  SPEC is
 * UTF-8.  (A complex is not formatted here.) */
bool format_with_spec(const struct world *w, obj_id value, const char *spec, size_t length,
	struct strbuf *out, struct format_error *e);

/* Fields of str.format(): Objects/stringlib/unicode_format.h. */
struct format_field {
	const char *literal;	/* text before the field */
	size_t literal_length;
	bool has_field;
	const char *name;	/* "0", "a.b[c]", "" */
	size_t name_length;
	char conversion;	/* r, s, a; 0: none */
	const char *spec;	/* may hold fields itself */
	size_t spec_length;
	bool spec_nested;
};

/* The next literal and field from *position on.  FORMAT_LITERAL: there is one
 * more; FORMAT_END; FORMAT_ERROR. */
enum format_piece format_next_field(const char *text, size_t length, uint32_t *position,
	struct format_field *f, struct format_error *e);

/* Inside, for both. */
struct layout {
	int width;		/* FORMAT_NONE: as long as it is */
	uint32_t fill;
	char align;		/* < > ^ =; = fills behind the sign and prefix */
	char sign;		/* + or space: before what is not negative; else 0 */
	char group;		/* , or _ between digits; 0: none */
	int group_size;
};

/* DIGITS: LENGTH bytes, of which the first WHOLE are the whole part. */
void format_layout(const struct layout *l, bool negative, const char *prefix,
	const char *digits, size_t length, size_t whole, struct strbuf *out);
/* The text of |value|: TYPE one of "eEfFgGn%", or r for as many digits as needed.
 * POINT_ZERO (g, r): with ".0" when it would look like an int. */
void format_double(double value, char type, int precision, bool alternate, bool point_zero,
	struct strbuf *out);

#endif
