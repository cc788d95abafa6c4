#ifndef GCREFS_MENU_H
#define GCREFS_MENU_H

#include "canvas.h"
#include "input.h"
#include "strbuf.h"

/*
 * A list over the whole screen, from which one row can be chosen: help, stops,
 * marks, programs.  Keys go in, a choice comes out.
 *
 *	Up Down PgUp PgDn Home End, k j g G	move
 *	/ text		only rows with this text (upper case letters count as such
 *			when there are any); Enter: done, Esc: all rows again
 *	Enter		choose
 *	Esc q ?		close
 */
struct menu_row {
	char *left, *right;
	int id;
	bool heading; /* `left` alone; cannot be chosen */
	int y, height; /* where it was drawn last; height 0: nowhere */
};

struct menu {
	char *title, *foot; /* NULL: none */
	struct menu_row *rows;
	int count;
	int selected; /* index of a row; -1: there is none to choose */
	int left_width;
	int top;      /* line of all lines that is shown first */
	bool typing;  /* the text after / */
	struct strbuf wanted;
	bool open;
};

/* An empty menu that is open.  A zeroed one is closed.  TITLE and FOOT are copied;
 * LEFT_WIDTH: columns of the left texts. */
void menu_open(struct menu *m, const char *title, const char *foot, int left_width);
void menu_close(struct menu *m);
void menu_add(struct menu *m, int id, const char *left, const char *right);
void menu_add_heading(struct menu *m, const char *text);
/* Selects the row with this ID, if there is one. */
void menu_select(struct menu *m, int id);

enum menu_result {
	MENU_STAYS,
	MENU_CHOSEN, /* menu_choice() */
	MENU_CLOSED, /* by the user */
	MENU_OTHER   /* the key means nothing to a menu */
};
enum menu_result menu_key(struct menu *m, const struct key *key);
/* The selected row's ID; -1: none. */
int menu_choice(const struct menu *m);
/* Selects the row that was drawn on line Y; false: there is none. */
bool menu_click(struct menu *m, int y);

/* Fills C.  CURSOR: where the terminal's cursor belongs. */
void menu_draw(struct menu *m, struct canvas *c, int cursor[2]);

/* Whether TEXT holds WANTED; upper and lower case are the same unless WANTED has
 * upper case.  Where, in bytes; -1: not. */
int text_find(const char *text, const char *wanted);

#endif
