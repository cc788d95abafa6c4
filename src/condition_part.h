#ifndef GCREFS_CONDITION_PART_H
#define GCREFS_CONDITION_PART_H

#include "code_read.h"
#include "condition.h"
#include "frame.h"

/* Inside of condition: only condition*.c include this. */

enum {
	CONDITION_NODES = 64,
	CONDITION_PARTS = 8
};

enum sign {
	SIGN_EQUAL,
	SIGN_NOT_EQUAL,
	SIGN_LESS,
	SIGN_LESS_EQUAL,
	SIGN_GREATER,
	SIGN_GREATER_EQUAL,
	SIGN_PLUS,
	SIGN_MINUS,
	SIGN_AND,
	SIGN_OR,
	SIGN_NOT
};

/* What stands behind an object: .next, [2], ['key']. */
struct part {
	enum {
		PART_ATTRIBUTE,
		PART_INDEX,
		PART_KEY
	} kind;
	int64_t index;
	char *text;
};

enum node_kind {
	NODE_NUMBER,   /* `number` */
	NODE_TEXT,     /* `text` */
	NODE_OBJECT,   /* `text`, or when it is "" the object's `number` */
	NODE_QUESTION, /* `number`: which; `left`: the object */
	NODE_LOGICAL,
	NODE_BINARY
};

struct node {
	enum node_kind kind;
	enum sign sign;
	int left, right;
	int64_t number;
	char *text;
	struct part parts[CONDITION_PARTS];
	uint32_t part_count;
	uint32_t serial; /* of the object last seen; 0: none yet */
	obj_id slot;     /* where it is as long as it lives */
};

struct condition {
	struct node nodes[CONDITION_NODES];
	int count;
	int root;
};

/* The question with this name, or -1. */
int condition_question(const char *name, size_t length, bool about_object);

#endif
