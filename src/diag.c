#include "diag.h"

#include <stdlib.h>
#include <string.h>

#include "strbuf.h"
#include "utf8.h"
#include "xalloc.h"

void diag_free(struct diag *d)
{
	free(d->file);
	free(d->type);
	free(d->message);
	free(d->source_line);
	*d = (struct diag)DIAG_INIT;
}

bool diag_refuse(
	struct diag *d, const char *file, int line, int column, const char *format, ...)
{
	struct strbuf message = STRBUF_INIT;
	va_list args;

	va_start(args, format);
	strbuf_vprintf(&message, format, args);
	va_end(args);
	diag_free(d);
	d->kind = DIAG_REFUSED;
	d->file = file ? xstrdup(file) : NULL;
	d->line = line;
	d->column = column;
	d->message = strbuf_take(&message);
	return false;
}

static char *format_refusal(const struct diag *d)
{
	struct strbuf out = STRBUF_INIT;

	if (d->file)
		strbuf_printf(&out, "%s:", d->file);
	if (d->line)
		strbuf_printf(&out, "%d:", d->line);
	if (d->column)
		strbuf_printf(&out, "%d:", d->column);
	strbuf_printf(&out, "%serror: %s\n", out.length ? " " : "", d->message);
	return strbuf_take(&out);
}

/* Leading blanks that Python leaves out of the line it shows. */
static size_t leading_blanks(const char *line, bool form_feed)
{
	return strspn(line, form_feed ? " \t\f" : " \t");
}

static void add_carets(struct strbuf *out, int from, int to)
{
	strbuf_puts(out, "    ");
	for (int i = 1; i < from; i++)
		strbuf_putc(out, ' ');
	for (int i = from; i < to; i++)
		strbuf_putc(out, '^');
	strbuf_putc(out, '\n');
}

/* The last column of the caret range: on this line, not beyond its text. */
static int caret_end(const struct diag *d, const char *line, bool ranges)
{
	int end = d->end_column;

	if (!ranges || d->end_line == 0)
		return d->column + 1;
	if (d->end_line != d->line)
		end = (int)utf8_count(line, strlen(line)) + 1;
	return end > d->column ? end : d->column + 1;
}

static void add_line(struct strbuf *out, const struct diag *d, int major, int minor)
{
	bool new_style = major == 3 && minor >= 9;
	size_t blanks = leading_blanks(d->source_line, major == 3);
	const char *line = d->source_line + blanks;
	int end = caret_end(d, d->source_line, major == 3 && minor >= 10);

	strbuf_printf(out, "    %s\n", line);
	if (d->column == 0)
		return;
	if (d->column > (int)blanks || !new_style)
		add_carets(out, d->column - (int)blanks, end - (int)blanks);
}

static char *format_syntax(const struct diag *d, int major, int minor)
{
	struct strbuf out = STRBUF_INIT;

	/* The parser's stack, not Python's: it says so itself. */
	if (strcmp(d->type, "MemoryError") == 0 && !(major == 3 && minor >= 9))
		strbuf_puts(&out, "s_push: parser stack overflow\n");
	if (d->file && d->line)
		strbuf_printf(&out, "  File \"%s\", line %d\n", d->file, d->line);
	if (d->source_line)
		add_line(&out, d, major, minor);
	if (*d->message)
		strbuf_printf(&out, "%s: %s\n", d->type, d->message);
	else
		strbuf_printf(&out, "%s\n", d->type);
	return strbuf_take(&out);
}

char *diag_format(const struct diag *d, int major, int minor)
{
	if (d->kind == DIAG_REFUSED)
		return format_refusal(d);
	return format_syntax(d, major, minor);
}
