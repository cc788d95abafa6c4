#include "config_file.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "i18n.h"
#include "strbuf.h"

/* Appends "$VARIABLE/gcrefs", or "$HOME/USUAL/gcrefs"; false: there is neither. */
static bool folder(const char *variable, const char *usual, struct strbuf *out)
{
	const char *named = getenv(variable), *home = getenv("HOME");

	if (named && *named == '/')
		strbuf_printf(out, "%s/gcrefs", named);
	else if (home && *home == '/')
		strbuf_printf(out, "%s/%s/gcrefs", home, usual);
	else
		return false;
	return true;
}

static void read_file(
	struct settings *s, FILE *in, const char *file, struct strbuf *problems)
{
	char line[1024];
	struct strbuf why = STRBUF_INIT;

	for (int n = 1; fgets(line, sizeof(line), in); n++) {
		line[strcspn(line, "\n")] = '\0';
		strbuf_clear(&why);
		if (!settings_line(s, line, &why))
			strbuf_printf(
				problems, _("%s:%d: error: %s\n"), file, n, why.text);
	}
	strbuf_free(&why);
}

void config_read(struct settings *s, const char *file, struct strbuf *problems)
{
	struct strbuf path = STRBUF_INIT;
	FILE *in = NULL;

	if (file) {
		in = fopen(file, "r");
		if (!in)
			strbuf_printf(problems,
				_("%s: error: the file cannot be read\n"), file);
		strbuf_puts(&path, file);
	} else if (folder("XDG_CONFIG_HOME", ".config", &path)) {
		strbuf_puts(&path, "/config");
		in = fopen(path.text, "r");
	}
	if (in) {
		read_file(s, in, path.text, problems);
		fclose(in);
	}
	strbuf_free(&path);
}

static void read_one(
	struct settings *s, const char *from, const char *text, struct strbuf *problems)
{
	struct strbuf why = STRBUF_INIT;

	if (!settings_line(s, text, &why))
		strbuf_printf(problems, _("%s: error: %s\n"), from, why.text);
	strbuf_free(&why);
}

void config_read_environment(struct settings *s, struct strbuf *problems)
{
	const char *at = getenv("GCREFS_SET");

	while (at && *at) {
		size_t n = strcspn(at, ",");
		struct strbuf one = STRBUF_INIT;

		strbuf_add(&one, at, n);
		read_one(s, "GCREFS_SET", one.text, problems);
		strbuf_free(&one);
		at += n + (at[n] == ',');
	}
}

void config_read_option(
	struct settings *s, const char *setting, struct strbuf *problems)
{
	read_one(s, "--set", setting, problems);
}

/* State. */

bool config_load_state(struct strbuf *out)
{
	struct strbuf path = STRBUF_INIT;
	FILE *in = NULL;
	char bytes[4096];
	size_t n;

	if (folder("XDG_STATE_HOME", ".local/state", &path)) {
		strbuf_puts(&path, "/state");
		in = fopen(path.text, "r");
	}
	strbuf_free(&path);
	if (!in)
		return false;
	while ((n = fread(bytes, 1, sizeof(bytes), in)) > 0)
		strbuf_add(out, bytes, n);
	fclose(in);
	return true;
}

/* Makes all folders of PATH. */
static void make_folders(char *path)
{
	for (char *slash = strchr(path + 1, '/'); slash;
		slash = strchr(slash + 1, '/')) {
		*slash = '\0';
		mkdir(path, 0700);
		*slash = '/';
	}
	mkdir(path, 0700);
}

void config_save_state(const char *text)
{
	struct strbuf path = STRBUF_INIT, new = STRBUF_INIT;
	FILE *out = NULL;

	if (folder("XDG_STATE_HOME", ".local/state", &path)) {
		make_folders(path.text);
		strbuf_puts(&path, "/state");
		strbuf_printf(&new, "%s.new", path.text);
		out = fopen(new.text, "w");
	}
	if (out) {
		bool written = fputs(text, out) >= 0;

		if (fclose(out) == 0 && written)
			rename(new.text, path.text);
		else
			remove(new.text);
	}
	strbuf_free(&path);
	strbuf_free(&new);
}
