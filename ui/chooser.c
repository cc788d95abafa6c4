#include "chooser.h"

#include <dirent.h>
#include <stdlib.h>
#include <string.h>

#include "canvas.h"
#include "i18n.h"
#include "keymap.h"
#include "program.h"
#include "screen.h"
#include "strbuf.h"
#include "tty.h"
#include "xalloc.h"

struct choice {
	char *file, *title;
};

struct choices {
	struct choice *at;
	int count;
	int selected;
};

static const char *folder(void)
{
	const char *named = getenv("GCREFS_SCENARIOS");

	return named && *named ? named : GCREFS_SCENARIOS;
}

/* The value of title="..." in the first lines of a file, or its name. */
static char *title_of(const char *path, const char *name)
{
	FILE *in = fopen(path, "r");
	char line[512];
	char *title = NULL;

	for (int i = 0; in && i < 10 && !title && fgets(line, sizeof(line), in); i++) {
		char *start = strstr(line, "title=\""), *end;

		if (line[0] != '#' || !start)
			continue;
		start += strlen("title=\"");
		end = strchr(start, '"');
		if (end)
			title = xstrndup(start, (size_t)(end - start));
	}
	if (in)
		fclose(in);
	return title ? title : xstrdup(name);
}

static int compare(const void *a, const void *b)
{
	return strcmp(
		((const struct choice *)a)->file, ((const struct choice *)b)->file);
}

static void find(struct choices *c)
{
	DIR *dir = opendir(folder());
	struct dirent *entry;

	while (dir && (entry = readdir(dir))) {
		size_t n = strlen(entry->d_name);
		struct strbuf path = STRBUF_INIT;

		if (n < 4 || strcmp(entry->d_name + n - 3, ".py") != 0)
			continue;
		strbuf_printf(&path, "%s/%s", folder(), entry->d_name);
		c->at = xreallocarray(c->at, (size_t)c->count + 1, sizeof(*c->at));
		c->at[c->count].title = title_of(path.text, entry->d_name);
		c->at[c->count++].file = strbuf_take(&path);
	}
	if (dir)
		closedir(dir);
	if (c->count)
		qsort(c->at, (size_t)c->count, sizeof(*c->at), compare);
}

static void choices_free(struct choices *c)
{
	for (int i = 0; i < c->count; i++) {
		free(c->at[i].file);
		free(c->at[i].title);
	}
	free(c->at);
}

static int tell_none(void)
{
	program_tell(_("gcrefs: no scenarios in %s; name a FILE\n"), folder());
	return EXIT_FAILED;
}

int chooser_list(FILE *out)
{
	struct choices c = {0};
	int status = EXIT_FINE;

	find(&c);
	if (c.count == 0)
		status = tell_none();
	else
		fprintf(out, _("gcrefs: name a FILE; these are there:\n"));
	for (int i = 0; i < c.count; i++) {
		put_safely(out, c.at[i].file, GLYPHS_UNICODE);
		fputs("  ", out);
		put_safely(out, c.at[i].title, GLYPHS_UNICODE);
		fputc('\n', out);
	}
	choices_free(&c);
	return status;
}

static void draw(struct screen *s, const struct choices *c, enum glyph_set glyphs)
{
	struct canvas canvas;
	int columns, rows, first;

	screen_size(s, &columns, &rows);
	canvas_init(&canvas, columns, rows, glyphs);
	canvas_fill(&canvas, (struct canvas_rect){0, 0, columns, 1},
		STYLE_TITLE | STYLE_REVERSE);
	canvas_text_fit(&canvas, 1, 0, columns - 1, CANVAS_CUT_END,
		_("gcrefs: choose a program (arrows, Enter; q leaves)"),
		STYLE_TITLE | STYLE_REVERSE);
	first = c->selected >= rows - 1 ? c->selected - rows + 2 : 0;
	for (int i = first; i < c->count && i - first + 1 < rows; i++) {
		canvas_text_fit(&canvas, 3, i - first + 1, columns - 3, CANVAS_CUT_END,
			c->at[i].title, STYLE_DEFAULT);
		if (i != c->selected)
			continue;
		canvas_glyph(
			&canvas, 1, i - first + 1, GLYPH_HEAD_RIGHT, STYLE_DEFAULT);
		canvas_restyle(&canvas,
			(struct canvas_rect){0, i - first + 1, columns, 1},
			STYLE_SELECTED);
	}
	screen_draw(s, &canvas, 0,
		c->selected - first + 1 < rows ? c->selected - first + 1 : 0, false);
	canvas_free(&canvas);
}

/* Moves the selection; false: the choice is made, or given up (-1). */
static bool choose(struct choices *c, uint32_t key)
{
	struct keymap map;

	keymap_init(&map, PROFILE_DEFAULT);
	switch (keymap_find(&map, key)) {
	case ACTION_UP:
		c->selected -= c->selected > 0;
		return true;
	case ACTION_DOWN:
		c->selected += c->selected + 1 < c->count;
		return true;
	case ACTION_QUIT:
	case ACTION_STOP:
		c->selected = -1;
		return false;
	default:
		return key != KEY_ENTER;
	}
}

int chooser_run(const struct options *o, char **file)
{
	struct choices c = {0};
	const char *why;
	struct screen *s;
	struct key key;
	enum screen_event e = SCREEN_NOTHING;
	int signal;

	find(&c);
	if (c.count == 0)
		return tell_none();
	s = screen_open(&why);
	if (!s) {
		fprintf(stderr, "gcrefs: %s\n", _(why));
		choices_free(&c);
		return EXIT_FAILED;
	}
	do {
		draw(s, &c,
			o->glyphs >= 0 ? (enum glyph_set)o->glyphs : screen_glyphs());
		if (e == SCREEN_KEY && key.code == KEY_BARRIER &&
			getenv("GCREFS_BARRIER"))
			screen_answer_barrier(s, key.number);
		e = screen_wait(s, -1, &key);
	} while (e != SCREEN_HANGUP && (e != SCREEN_KEY || choose(&c, key.code)));
	signal = screen_signal(s);
	screen_close(s);
	if (signal)
		tty_die(signal);
	if (c.selected >= 0)
		*file = xstrdup(c.at[c.selected].file);
	choices_free(&c);
	return EXIT_FINE;
}
