#include "app_part.h"

#include <string.h>

#include "i18n.h"

/* The screen for a file: one picture of it, or all that follows. */

/* The caller writes the file, and says so. */
unsigned app_screenshot(struct app *a, const struct order *o)
{
	strbuf_clear(&a->file);
	strbuf_puts(&a->file, o->text);
	return REACT_DRAW | REACT_SCREENSHOT;
}

unsigned app_record(struct app *a, const struct order *o)
{
	strbuf_clear(&a->file);
	strbuf_puts(&a->file, o->text);
	return REACT_DRAW | REACT_RECORD;
}

const char *app_file(const struct app *a)
{
	return a->file.text;
}
