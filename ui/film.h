#ifndef GCREFS_FILM_H
#define GCREFS_FILM_H

#include "canvas.h"
#include "screen.h"

/* Pictures and recordings of the screen in files.  Files that are there already are
 * left alone.  NAME "": the first of gcrefs-1.svg (gcrefs-1.cast), gcrefs-2.svg, ...
 * that is not there, in the working folder.  OUT gets a message for the user. */

/* The format is that of the name (export_canvas.h). */
void film_picture(const char *name, const struct canvas *c, enum theme theme,
	struct strbuf *out);

/* Begins a recording, or ends the one that there is. */
void film_record(const char *name, struct screen *s, struct strbuf *out);

#endif
