#ifndef GCREFS_EXPORT_CANVAS_H
#define GCREFS_EXPORT_CANVAS_H

#include "canvas.h"
#include "theme.h"

/*
 * A canvas as a file, as it looks in a theme:
 *
 *	text	its characters alone
 *	ansi	with the sequences that give a terminal colours and weight (SGR)
 *	svg	a picture; the font is the reader's own for fixed widths
 */
enum export_format {
	EXPORT_TEXT,
	EXPORT_ANSI,
	EXPORT_SVG
};

/* The format of a file with this NAME, by what stands behind its last dot (svg,
 * ansi); text in doubt. */
enum export_format export_format_of(const char *name);

void export_canvas(const struct canvas *c, enum theme theme, enum export_format format,
	struct strbuf *out);

#endif
