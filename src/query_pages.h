#ifndef GCREFS_QUERY_PAGES_H
#define GCREFS_QUERY_PAGES_H

#include "query.h"

/*
 * What the objects in a page of neighbouring slots are like, for pictures of very
 * large heaps: a page is looked at when somebody asks for it, and again only after
 * something in it has changed (query_pages_forget(), query_follow.h).
 */
enum {
	PAGE_SLOTS = 16
};

struct query_page {
	uint16_t states; /* 1 << enum object_state: of those that live */
	uint16_t lists;  /* 1 << enum gc_list; 1: in none */
	uint32_t newest, oldest; /* serials; 0 and UINT32_MAX: nothing lives there */
	uint8_t kind;    /* enum kind of the first one that lives */
	bool mixed;      /* there are other kinds, too */
	bool known;
};

/* Page I begins at slot OBJ_FIRST_FREE + PAGE_SLOTS * I. */
const struct query_page *query_page(const struct query *q, uint32_t i);

/* The page of O, or all pages, are to be looked at again.  The first objects, those that
 * are there in every program, have none. */
void query_page_forget(const struct query *q, obj_id o);
void query_pages_forget(const struct query *q);

#endif
