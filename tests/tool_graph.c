/*
 * Draws a graph of tests/graphs: tool_graph [--compact] [--console | --ascii]
 * [--numbers] FILE.  The golden pictures are its output.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "picture.h"

static double milliseconds(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

static void print_numbers(const struct dot *d, struct picture_options o)
{
	double start = milliseconds(), end;
	struct layout *l = picture_layout(d, o);
	const struct layout_statistics *s = &l->statistics;

	end = milliseconds();
	printf("%d nodes, %d edges: %dx%d, %d cells, %d crossings, %d bends, %.2f ms\n",
		d->node_count, d->edge_count, l->width, l->height, s->cells,
		s->crossings, s->bends, end - start);
	layout_free(l);
}

static void print_picture(const struct dot *d, struct picture_options o)
{
	struct layout *l = picture_layout(d, o);
	char *text = picture_text(d, l, o.glyphs);

	fputs(text, stdout);
	free(text);
	layout_free(l);
}

int main(int argc, char **argv)
{
	struct picture_options o = {LAYOUT_BOX, GLYPHS_UNICODE, 0};
	struct dot *d = NULL;
	int numbers = 0;

	for (int i = 1; i < argc; i++) {
		if (!strcmp(argv[i], "--compact"))
			o.style = LAYOUT_COMPACT;
		else if (!strcmp(argv[i], "--ascii"))
			o.glyphs = GLYPHS_ASCII;
		else if (!strcmp(argv[i], "--console"))
			o.glyphs = GLYPHS_CONSOLE;
		else if (!strcmp(argv[i], "--numbers"))
			numbers = 1;
		else
			d = dot_read(argv[i]);
	}
	if (!d) {
		fputs("usage: tool_graph [--compact] [--console | --ascii] "
		      "[--numbers] FILE\n",
			stderr);
		return 2;
	}
	if (numbers)
		print_numbers(d, o);
	else
		print_picture(d, o);
	dot_free(d);
	return 0;
}
