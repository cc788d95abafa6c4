#include "film.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "export_canvas.h"
#include "i18n.h"
#include "strbuf.h"

enum {
	NAMES_TRIED = 1000
};

/* NAME, or the first one that is free. */
static void choose_name(const char *name, const char *kind, struct strbuf *out)
{
	if (*name) {
		strbuf_puts(out, name);
		return;
	}
	for (int i = 1; i < NAMES_TRIED; i++) {
		strbuf_clear(out);
		strbuf_printf(out, "gcrefs-%d.%s", i, kind);
		if (access(out->text, F_OK) != 0)
			return;
	}
}

static bool write_file(const char *name, const struct strbuf *text)
{
	FILE *file = fopen(name, "wx");
	bool fine;

	if (!file)
		return false;
	fine = fwrite(text->text, 1, text->length, file) == text->length;
	return fclose(file) == 0 && fine;
}

static void tell(const char *format, const char *name, bool fine, struct strbuf *out)
{
	if (fine)
		strbuf_printf(out, format, name);
	else
		strbuf_printf(out, _("error: %s: %s"), name, strerror(errno));
}

void film_picture(
	const char *name, const struct canvas *c, enum theme theme, struct strbuf *out)
{
	struct strbuf file = STRBUF_INIT, text = STRBUF_INIT;

	choose_name(name, "svg", &file);
	export_canvas(c, theme, export_format_of(file.text), &text);
	tell(_("The screen is in %s."), file.text, write_file(file.text, &text), out);
	strbuf_free(&file);
	strbuf_free(&text);
}

void film_record(const char *name, struct screen *s, struct strbuf *out)
{
	struct strbuf file = STRBUF_INIT;

	if (screen_is_recorded(s)) {
		strbuf_puts(out,
			screen_record(s, NULL)
				? _("The recording has ended.")
				: _("error: the recording is not whole"));
		return;
	}
	choose_name(name, "cast", &file);
	tell(_("Recording in %s, until :record."), file.text,
		screen_record(s, file.text), out);
	strbuf_free(&file);
}
