#include "scenario_part.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "compile.h"
#include "dialect.h"
#include "i18n.h"
#include "known_names.h"
#include "strbuf.h"
#include "xalloc.h"

static bool read_stream(FILE *in, struct strbuf *out)
{
	char block[65536];
	size_t n;

	while ((n = fread(block, 1, sizeof(block), in)) > 0)
		strbuf_add(out, block, n);
	return !ferror(in);
}

static bool read_file(const char *file, struct strbuf *out, struct diag *d)
{
	struct stat st;
	FILE *in;
	bool ok;

	if (stat(file, &st) == 0 && S_ISDIR(st.st_mode))
		return diag_refuse(d, file, 0, 0, _("this is a directory, not a file"));
	in = fopen(file, "rb");
	if (!in)
		return diag_refuse(
			d, file, 0, 0, _("cannot be opened: %s"), strerror(errno));
	ok = read_stream(in, out);
	if (!ok)
		diag_refuse(d, file, 0, 0, _("cannot be read: %s"), strerror(errno));
	fclose(in);
	return ok;
}

struct scenario *scenario_load(const char *file, const struct py_version *version,
	struct diag *d, struct py_version *spoken)
{
	struct strbuf bytes = STRBUF_INIT;
	size_t length;
	bool ok;

	*spoken = version ? *version : dialect_default();
	if (strcmp(file, "-") == 0)
		ok = read_stream(stdin, &bytes) ||
			diag_refuse(d, "<stdin>", 0, 0, _("cannot be read"));
	else
		ok = read_file(file, &bytes, d);
	if (!ok) {
		strbuf_free(&bytes);
		return NULL;
	}
	length = bytes.length;
	if (strcmp(file, "-") == 0)
		file = "<stdin>";
	return scenario_parse(file, strbuf_take(&bytes), length, version, d, spoken);
}

static bool compile_as(struct scenario *s, struct py_version v, struct diag *d)
{
	s->version = v;
	s->unit = compile_source(s->bytes, s->length, s->file, v, d);
	return s->unit && names_are_known(s->unit, v, d);
}

/* No version was named: 2.7 when it is the only one that can be. */
static bool compile_as_found(struct scenario *s, struct diag *d)
{
	struct diag other = DIAG_INIT;
	struct py_version python2 = {2, 7}, python3 = dialect_default();

	if (compile_as(s, python3, d))
		return true;
	if (d->kind == DIAG_SYNTAX && compile_as(s, python2, &other)) {
		diag_free(d);
		*d = (struct diag)DIAG_INIT;
		return true;
	}
	diag_free(&other);
	s->version = python3;
	return false;
}

struct scenario *scenario_parse(const char *file, char *bytes, size_t length,
	const struct py_version *version, struct diag *d, struct py_version *spoken)
{
	struct scenario *s = xcalloc(1, sizeof(*s));
	bool found = false, ok;

	s->file = xstrdup(file);
	s->bytes = bytes;
	s->length = length;
	s->algorithm = -1;
	for (int i = 0; i < 3; i++)
		s->threshold[i] = -1;
	s->version = dialect_default();
	scenario_lines(s);
	ok = scenario_settings(s, &found, d);
	if (ok && version)
		ok = compile_as(s, *version, d);
	else if (ok)
		ok = found ? compile_as(s, s->version, d) : compile_as_found(s, d);
	*spoken = s->version;
	if (!ok) {
		scenario_free(s);
		return NULL;
	}
	scenario_captions(s);
	return s;
}

void scenario_free(struct scenario *s)
{
	if (!s)
		return;
	for (int i = 0; i < s->line_count; i++)
		free(s->lines[i]);
	for (int i = 0; i < s->caption_count; i++)
		free(s->captions[i].text);
	free(s->lines);
	free(s->captions);
	free(s->title);
	free(s->goal);
	unit_free(s->unit);
	free(s->bytes);
	free(s->file);
	free(s);
}

/* "zh" is the language of zh_CN. */
static bool is_language(const char *of, const char *wanted)
{
	size_t n = strlen(of);

	return n > 0 && strncmp(of, wanted, n) == 0 && strchr("_.@", wanted[n]);
}

const char *scenario_caption(const struct scenario *s, int line, enum caption_kind kind,
	const char *language)
{
	const char *plain = NULL;

	for (int i = 0; i < s->caption_count; i++) {
		const struct caption *c = &s->captions[i];

		if (c->line != line || c->kind != kind)
			continue;
		if (is_language(c->language, language))
			return c->text;
		if (!c->language[0])
			plain = c->text;
	}
	return plain;
}

int scenario_code_line(const struct scenario *s, int line)
{
	int best = 0;

	for (uint32_t i = 0; i < s->unit->code_count; i++) {
		const struct code *code = s->unit->codes[i];

		for (uint32_t pc = 0; pc < code->op_count; pc++) {
			int at = code->positions[pc].line;

			if (at >= line && (best == 0 || at < best))
				best = at;
		}
	}
	return best;
}
