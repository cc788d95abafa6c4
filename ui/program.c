#include "program.h"

#include <langinfo.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "i18n.h"
#include "language.h"
#include "strbuf.h"
#include "wtext.h"

static int status_of(const struct diag *d)
{
	return d->kind == DIAG_SYNTAX ? EXIT_FAILED : EXIT_REFUSED;
}

static struct machine_options choose(const struct scenario *s, const struct options *o,
	enum gc_algorithm usual, bool recording)
{
	struct machine_options m = machine_options(s->version);

	m.algorithm = o->algorithm >= 0 ? (enum gc_algorithm)o->algorithm
		: s->algorithm >= 0     ? (enum gc_algorithm)s->algorithm
					: usual;
	for (int i = 0; i < 3; i++) {
		m.threshold[i] =
			o->threshold[0] >= 0 ? o->threshold[i] : s->threshold[i];
	}
	m.max_steps = o->max_steps;
	m.max_memory = o->max_memory;
	m.recording = recording;
	return m;
}

int program_try(struct program *p, const struct options *o, enum gc_algorithm usual,
	bool recording, struct strbuf *why)
{
	struct diag d = DIAG_INIT;
	struct py_version spoken;
	struct machine_options options;
	char *text;
	int status;

	*p = (struct program){NULL, NULL};
	p->scenario = scenario_load(
		o->file, o->has_version ? &o->version : NULL, &d, &spoken);
	if (p->scenario) {
		options = choose(p->scenario, o, usual, recording);
		p->machine = machine_new(p->scenario->unit, &options, &d);
	}
	if (p->machine)
		return EXIT_FINE;
	text = diag_format(&d, spoken.major, spoken.minor);
	strbuf_puts(why, text);
	free(text);
	status = status_of(&d);
	diag_free(&d);
	program_free(p);
	return status;
}

int program_load(struct program *p, const struct options *o, enum gc_algorithm usual,
	bool recording)
{
	struct strbuf why = STRBUF_INIT;
	int status = program_try(p, o, usual, recording, &why);

	put_safely(stderr, why.text, GLYPHS_UNICODE);
	strbuf_free(&why);
	return status;
}

void program_free(struct program *p)
{
	machine_free(p->machine);
	scenario_free(p->scenario);
	*p = (struct program){NULL, NULL};
}

void program_tell_limit(const struct options *o)
{
	program_tell(_("gcrefs: stopped: the limit of %llu steps is reached "
		       "(--max-steps)\n"),
		(unsigned long long)o->max_steps);
}

void program_tell_unwritable(void)
{
	program_tell(_("gcrefs: cannot write to standard output\n"));
}

static void put_line(FILE *out, const char *text, size_t length, enum glyph_set glyphs)
{
	struct wtext reader = wtext_start(text, length, glyphs);
	struct wtext_cluster cluster;
	struct strbuf safe = STRBUF_INIT;

	while (wtext_next(&reader, &cluster)) {
		for (int i = 0; i < WTEXT_CODES && cluster.code[i]; i++)
			strbuf_put_utf8(&safe, cluster.code[i]);
	}
	fwrite(safe.text, 1, safe.length, out);
	strbuf_free(&safe);
}

void put_safely(FILE *out, const char *text, enum glyph_set glyphs)
{
	while (*text) {
		size_t n = strcspn(text, "\n");

		put_line(out, text, n, glyphs);
		text += n;
		if (*text == '\n') {
			fputc('\n', out);
			text++;
		}
	}
}

void program_tell(const char *format, ...)
{
	struct strbuf text = STRBUF_INIT;
	va_list args;

	va_start(args, format);
	strbuf_vprintf(&text, format, args);
	va_end(args);
	put_safely(stderr, text.text, GLYPHS_UNICODE);
	strbuf_free(&text);
}

enum glyph_set text_glyphs(const struct options *o)
{
	if (o->glyphs >= 0)
		return language_glyphs((enum glyph_set)o->glyphs);
	return strcmp(nl_langinfo(CODESET), "UTF-8") == 0 ? GLYPHS_UNICODE
							  : GLYPHS_ASCII;
}
