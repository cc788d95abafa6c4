#ifndef GCREFS_REPORT_H
#define GCREFS_REPORT_H

#include "query_diff.h"
#include "query_past.h"

struct naming;
struct scenario;

/*
 * Answers in words: a few lines of plain text, each with a role, for a pane or for
 * standard output.  Names in them are the program's own: show them through the
 * canvas or wtext.h, which make them safe.
 */
enum report_role {
	REPORT_TITLE,
	REPORT_HEADING, /* of what follows, indented below it */
	REPORT_LINE,
	REPORT_NOTE,   /* an explanation: less important */
	REPORT_VERDICT /* the state of an object, or what a question comes to */
};

struct report_line {
	enum report_role role;
	int indent; /* steps of two columns */
	char *text;
};

struct report {
	struct report_line *lines;
	uint32_t count, capacity;
};

#define REPORT_INIT {NULL, 0, 0}

void report_free(struct report *r);
/* Adds one line.  report_take() takes the text of a buffer, which is empty then. */
void report_add(struct report *r, enum report_role role, int indent, const char *format,
	...) __attribute__((format(printf, 4, 5)));
void report_take(
	struct report *r, enum report_role role, int indent, struct strbuf *text);
/* The lines as text, each with its indent and a newline. */
void report_print(const struct report *r, struct strbuf *out);

/* What the answers are made from.  All borrowed. */
struct report_source {
	const struct query *q;
	const struct machine *machine; /* for past events; NULL: none */
	struct naming *names;
	const struct scenario *scenario; /* for the text of lines; NULL: none */
	const struct past_death *death;  /* of the object, when it is known; or NULL */
	const struct query_index *index; /* of Q; NULL: made when it is needed */
};

enum report_part {
	REPORT_LEDGER = 1,   /* who holds it, and what goes if that reference goes */
	REPORT_WHY = 2,      /* why alive, or why dead */
	REPORT_REFERENTS = 4, /* what it refers to; weak references */
	REPORT_EVENTS = 8,   /* its last events */
	REPORT_LOSS = 16,    /* with LEDGER: what would be freed without each holder */
	REPORT_HEAD = 32,    /* its name, value and state */
	REPORT_ALL = 63
};

/* Everything about one object, or the PARTS of it. */
void report_object(
	struct report *r, const struct report_source *from, obj_id o, unsigned parts);

/* Why a collection starts now, or does not. */
void report_due(struct report *r, const struct world *w);

/* What is different between two steps. */
void report_diff(struct report *r, const struct query_diff *d);

#endif
