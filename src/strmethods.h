#ifndef GCREFS_STRMETHODS_H
#define GCREFS_STRMETHODS_H

#include "format.h"

/*
 * The methods of str, bytes and unicode that run no Python code.
 *
 * Arguments are of the same kind (2.7's callers decode the str of a pair first).
 * Indices are characters; START and END as a slice has them, negative ones from
 * the end.  Results are new references.  Nothing fails unless it says so.
 */

#define TEXT_END INT64_MAX

/* COUNT characters: START, START + STEP ... (as slice.indices() says). */
obj_id str_slice(struct world *w, obj_id o, int64_t start, int64_t step, int64_t count);

/* First or LAST place of PART; -1: nowhere. */
int64_t str_find(const struct world *w, obj_id o, obj_id part, int64_t start, int64_t end,
	bool last);
int64_t str_count(const struct world *w, obj_id o, obj_id part, int64_t start, int64_t end);
bool str_starts(const struct world *w, obj_id o, obj_id part, int64_t start, int64_t end);
bool str_ends(const struct world *w, obj_id o, obj_id part, int64_t start, int64_t end);
/* MAXIMUM below 0: all. */
obj_id str_replace(struct world *w, obj_id o, obj_id old, obj_id new, int64_t maximum);
obj_id str_remove_prefix(struct world *w, obj_id o, obj_id part);
obj_id str_remove_suffix(struct world *w, obj_id o, obj_id part);

/* Lists.  SEPARATOR 0: white space; else not empty (the caller's ValueError). */
obj_id str_split(struct world *w, obj_id o, obj_id separator, int64_t maximum);
obj_id str_rsplit(struct world *w, obj_id o, obj_id separator, int64_t maximum);
obj_id str_splitlines(struct world *w, obj_id o, bool keep_ends);
/* A tuple of three.  SEPARATOR is not empty. */
obj_id str_partition(struct world *w, obj_id o, obj_id separator);
obj_id str_rpartition(struct world *w, obj_id o, obj_id separator);
/* COUNT texts of SEPARATOR's kind, in the words from INDEX on. */
obj_id str_join(struct world *w, obj_id separator, uint32_t index, uint32_t count);

/* CHARACTERS 0: white space. */
obj_id str_strip(struct world *w, obj_id o, obj_id characters, bool left, bool right);

enum str_case {
	CASE_LOWER, CASE_UPPER, CASE_TITLE, CASE_CAPITAL, CASE_SWAPPED, CASE_FOLDED
};
obj_id str_to_case(struct world *w, obj_id o, enum str_case to);

enum str_property {
	IS_ALNUM, IS_ALPHA, IS_ASCII, IS_DECIMAL, IS_DIGIT, IS_IDENTIFIER, IS_LOWER,
	IS_NUMERIC, IS_PRINTABLE, IS_SPACE, IS_TITLE, IS_UPPER
};
bool str_is(const struct world *w, obj_id o, enum str_property property);

/* ljust, rjust, center ('<' '>' '^'). */
obj_id str_pad(struct world *w, obj_id o, int64_t width, uint32_t fill, char align);
obj_id str_zfill(struct world *w, obj_id o, int64_t width);
obj_id str_expandtabs(struct world *w, obj_id o, int64_t size);

/* Codecs: utf-8, latin-1, ascii. */
enum codec { CODEC_UTF8, CODEC_LATIN1, CODEC_ASCII, CODEC_UNKNOWN };
enum codec_errors { ERRORS_STRICT, ERRORS_IGNORE, ERRORS_REPLACE, ERRORS_BACKSLASH,
	ERRORS_UNKNOWN };
enum codec codec_find(const char *name);
enum codec_errors codec_errors_find(const char *name);

/* What a UnicodeEncodeError, UnicodeDecodeError needs. */
struct codec_failure {
	const char *codec;	/* "ascii" */
	int64_t start, end;	/* characters, bytes */
	const char *reason;	/* "ordinal not in range(128)" */
};
/* str to bytes and back; 0 with *f: cannot be done. */
obj_id str_encode(struct world *w, obj_id o, enum codec codec, enum codec_errors errors,
	struct codec_failure *f);
obj_id str_decode(struct world *w, const char *bytes, size_t length, enum codec codec,
	enum codec_errors errors, struct codec_failure *f);
/* The message: "'ascii' codec can't encode character '\xe9' in position 0: ..." */
void codec_message(const struct world *w, const struct codec_failure *f, obj_id o,
	struct strbuf *out);

/* Inside. */
struct view {
	const char *p;
	size_t n;		/* bytes */
	bool bytes;		/* of KIND_BYTES */
	bool single;		/* every character is one byte */
};
struct view span_of(const struct world *w, obj_id o);
/* The byte offset of character I; n when there are fewer. */
size_t span_offset(const struct view *v, int64_t i);
int64_t span_index(const struct view *v, size_t offset);
/* The part from START to END; false: START lies behind the end. */
bool span_part(const struct world *w, obj_id o, int64_t start, int64_t end, struct view *v,
	int64_t *first);
/* The next place of PART from byte AT on; SIZE_MAX: none. */
size_t span_find(const struct view *v, const struct view *part, size_t at);
size_t span_rfind(const struct view *v, const struct view *part, size_t limit);
/* The character at P, and the one before P. */
uint32_t span_next(const struct view *v, const char **p);
uint32_t span_previous(const struct view *v, const char **p);
bool is_space_in(const struct view *v, uint32_t c);
obj_id new_part(struct world *w, obj_id like, const char *p, size_t n);
obj_id new_from(struct world *w, obj_id like, struct strbuf *b);

#endif
