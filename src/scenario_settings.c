#include "scenario_part.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "dialect.h"
#include "i18n.h"
#include "strbuf.h"
#include "xalloc.h"

/* Settings in the comments at the top of the file. */

static bool read_threshold(struct scenario *s, const char *value)
{
	char *end;

	for (int i = 0; i < 3; i++) {
		long long n = strtoll(value, &end, 10);

		if (end == value || n < 0 || n > INT32_MAX)
			return false;
		s->threshold[i] = n;
		if (!*end)
			return true;
		if (*end != ',')
			return false;
		value = end + 1;
	}
	return false;
}

static bool apply(struct scenario *s, int line, const char *key, const char *value,
	struct diag *d)
{
	if (strcmp(key, "title") == 0) {
		free(s->title);
		s->title = xstrdup(value);
	} else if (strcmp(key, "goal") == 0) {
		free(s->goal);
		s->goal = xstrdup(value);
	} else if (strcmp(key, "algorithm") == 0) {
		s->algorithm = strcmp(value, "five-step") == 0 ? GC_FIVE_STEP
			: strcmp(value, "cpython") == 0        ? GC_CPYTHON
							       : -1;
		if (s->algorithm < 0)
			return diag_refuse(d, s->file, line, 0,
				_("algorithm is five-step or cpython, not '%s'"),
				value);
	} else if (strcmp(key, "threshold") == 0) {
		if (!read_threshold(s, value))
			return diag_refuse(d, s->file, line, 0,
				_("threshold is up to three numbers as 700,10,10, not '%s'"),
				value);
	} else {
		return diag_refuse(d, s->file, line, 0, _("unknown setting '%s'"), key);
	}
	return true;
}

static const char *skip_blanks(const char *p)
{
	while (*p == ' ' || *p == '\t')
		p++;
	return p;
}

/* One key=value; the value may be quoted.  Returns what follows, NULL: no. */
static const char *read_pair(const char *p, struct strbuf *key, struct strbuf *value)
{
	strbuf_clear(key);
	strbuf_clear(value);
	while (isalnum((unsigned char)*p) || *p == '_' || *p == '-')
		strbuf_putc(key, *p++);
	if (*p++ != '=' || !key->length)
		return NULL;
	if (*p == '"') {
		const char *end = strchr(p + 1, '"');

		if (!end)
			return NULL;
		strbuf_add(value, p + 1, (size_t)(end - p - 1));
		return end + 1;
	}
	while (*p && !isspace((unsigned char)*p))
		strbuf_putc(value, *p++);
	return p;
}

static bool read_settings(
	struct scenario *s, int line, const char *text, struct diag *d)
{
	struct strbuf key = STRBUF_INIT, value = STRBUF_INIT;
	bool ok = true;

	for (text = skip_blanks(text); ok && *text; text = skip_blanks(text)) {
		text = read_pair(text, &key, &value);
		if (!text) {
			ok = diag_refuse(d, s->file, line, 0,
				_("settings are written as name=value or name=\"value\""));
			break;
		}
		ok = apply(s, line, key.text, value.text, d);
	}
	strbuf_free(&key);
	strbuf_free(&value);
	return ok;
}

static bool read_version(
	struct scenario *s, int line, const char *text, bool *found, struct diag *d)
{
	char version[16] = "";
	size_t n;

	text = skip_blanks(text);
	n = strcspn(text, " \t");
	if (n < sizeof(version))
		memcpy(version, text, n);
	if (!dialect_parse(version, &s->version))
		return diag_refuse(d, s->file, line, 0,
			_("no Python version that gcrefs knows: '%.40s'"), text);
	*found = true;
	return true;
}

/* "#!/usr/bin/env python3.8": the version is a wish, not an order. */
static void read_shebang(struct scenario *s, const char *text, bool *found)
{
	const char *python = strstr(text, "python");
	char version[8] = "";
	size_t n;

	if (!python)
		return;
	python += strlen("python");
	n = strspn(python, "0123456789.");
	if (n < sizeof(version))
		memcpy(version, python, n);
	if (dialect_parse(version, &s->version)) {
		*found = true;
	} else if (version[0] == '2' || version[0] == '3') {
		s->version = version[0] == '2' ? (struct py_version){2, 7}
					       : dialect_default();
		*found = true;
	}
}

/* The text behind "# NAME:", or NULL. */
static const char *after(const char *line, const char *name)
{
	size_t n = strlen(name);

	line = skip_blanks(line);
	if (*line++ != '#')
		return NULL;
	line = skip_blanks(line);
	if (strncmp(line, name, n) != 0 || line[n] != ':')
		return NULL;
	return line + n + 1;
}

bool scenario_settings(struct scenario *s, bool *found, struct diag *d)
{
	bool shebang = false;

	if (s->line_count && strncmp(s->lines[0], "#!", 2) == 0)
		read_shebang(s, s->lines[0], &shebang);
	for (int i = 0; i < s->line_count; i++) {
		const char *line = skip_blanks(s->lines[i]);
		const char *text;

		if (*line && *line != '#')
			break;
		text = after(line, "python");
		if (text && !read_version(s, i + 1, text, found, d))
			return false;
		text = after(line, "gcrefs");
		if (text && !read_settings(s, i + 1, text, d))
			return false;
	}
	*found = *found || shebang;
	return true;
}
