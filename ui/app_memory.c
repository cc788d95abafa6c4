#include "app_part.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "xalloc.h"

/*
 * What is kept from one start to the next, as text:
 *
 *	side 0 4		columns the side is wider, in windows of class 0
 *	cut 0 1 -3		rows a boundary is lower, in windows of that class
 *	: goto 30		a command that was typed
 *	/ ring			a text that was looked for
 *	! del a			a statement that was tried
 */

static const char kinds[] = ":/!";

void app_remember(const struct app *a, struct strbuf *out)
{
	for (int i = 0; i < APP_CLASSES; i++) {
		if (a->side[i])
			strbuf_printf(out, "side %d %d\n", i, a->side[i]);
		for (int cut = 0; cut < APP_CUTS; cut++) {
			if (a->cuts[i][cut])
				strbuf_printf(
					out, "cut %d %d %d\n", i, cut, a->cuts[i][cut]);
		}
	}
	for (int kind = 0; kind < 3; kind++) {
		for (int i = 0; i < a->lines[kind].count; i++)
			strbuf_printf(
				out, "%c %s\n", kinds[kind], a->lines[kind].at[i]);
	}
}

static void recall_line(struct app *a, const char *line)
{
	int class, side, cut;

	if (sscanf(line, "side %d %d", &class, &side) == 2 && class >= 0 &&
		class < APP_CLASSES && abs(side) <= 1000)
		a->side[class] = side;
	else if (sscanf(line, "cut %d %d %d", &class, &cut, &side) == 3 && class >= 0 &&
		class < APP_CLASSES && cut >= 0 && cut < APP_CUTS && abs(side) <= 1000)
		a->cuts[class][cut] = side;
	else if (line[0] && strchr(kinds, line[0]) && line[1] == ' ')
		prompt_lines_add(&a->lines[strchr(kinds, line[0]) - kinds], line + 2);
}

void app_recall(struct app *a, const char *text)
{
	char *copy = xstrdup(text), *line, *rest = copy;

	while ((line = strsep(&rest, "\n")))
		recall_line(a, line);
	free(copy);
}
