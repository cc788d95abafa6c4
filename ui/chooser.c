#include "chooser.h"

#include <dirent.h>
#include <stdlib.h>
#include <string.h>

#include "canvas.h"
#include "i18n.h"
#include "menu.h"
#include "program.h"
#include "screen.h"
#include "strbuf.h"
#include "tty.h"
#include "xalloc.h"

struct choice {
	char *file, *title, *goal;
};

struct choices {
	struct choice *at;
	int count;
};

static const char *folder(void)
{
	const char *named = getenv("GCREFS_SCENARIOS");

	return named && *named ? named : GCREFS_SCENARIOS;
}

/* The value of NAME="..." in the first lines of a file; NULL: there is none. */
static char *setting_of(const char *path, const char *name)
{
	FILE *in = fopen(path, "r");
	char line[512];
	char *value = NULL;

	for (int i = 0; in && i < 10 && !value && fgets(line, sizeof(line), in); i++) {
		char *start = strstr(line, name), *end;

		if (line[0] != '#' || !start)
			continue;
		start += strlen(name);
		end = strchr(start, '"');
		if (end)
			value = xstrndup(start, (size_t)(end - start));
	}
	if (in)
		fclose(in);
	return value;
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
		c->at[c->count].title = setting_of(path.text, "title=\"");
		if (!c->at[c->count].title)
			c->at[c->count].title = xstrdup(entry->d_name);
		c->at[c->count].goal = setting_of(path.text, "goal=\"");
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
		free(c->at[i].goal);
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
		put_safely(out, _(c.at[i].title), GLYPHS_UNICODE);
		fputc('\n', out);
	}
	choices_free(&c);
	return status;
}

enum {
	NUMBER_WIDTH = 4
};

static void fill(struct menu *m, const struct choices *c)
{
	struct strbuf left = STRBUF_INIT, right = STRBUF_INIT;

	menu_open(m, _("gcrefs: choose a program"),
		_("Up, Down move  / finds  Enter opens  q leaves"), NUMBER_WIDTH);
	for (int i = 0; i < c->count; i++) {
		strbuf_clear(&left);
		strbuf_clear(&right);
		strbuf_printf(&left, "%d", i + 1);
		strbuf_puts(&right, _(c->at[i].title));
		if (c->at[i].goal)
			strbuf_printf(&right, " \xe2\x80\x93 %s", _(c->at[i].goal));
		menu_add(m, i, left.text, right.text);
	}
	strbuf_free(&left);
	strbuf_free(&right);
}

static void draw(struct screen *s, struct menu *m, enum glyph_set glyphs)
{
	struct canvas canvas;
	int columns, rows, cursor[2];

	screen_size(s, &columns, &rows);
	canvas_init(&canvas, columns, rows, glyphs);
	menu_draw(m, &canvas, cursor);
	screen_draw(
		s, &canvas, cursor[0] < columns ? cursor[0] : 0, cursor[1], m->typing);
	canvas_free(&canvas);
}

/* The mouse as keys: a click chooses, the wheel moves. */
static struct key without_mouse(struct menu *m, struct key key)
{
	uint32_t button = key.number & MOUSE_BUTTON;

	if (key.code != KEY_MOUSE)
		return key;
	key.code = KEY_NONE;
	if (!(key.number & MOUSE_PRESS))
		return key;
	if (button == MOUSE_WHEEL_UP || button == MOUSE_WHEEL_DOWN)
		key.code = button == MOUSE_WHEEL_UP ? KEY_UP : KEY_DOWN;
	else if (button == MOUSE_LEFT && menu_click(m, key.y))
		key.code = KEY_ENTER;
	return key;
}

/* Until a choice is made: its number; -1: none. */
static int choose(struct screen *s, struct menu *m, const struct options *o)
{
	struct key key;
	enum screen_event e = SCREEN_NOTHING;
	enum menu_result result = MENU_STAYS;

	do {
		draw(s, m,
			o->glyphs >= 0 ? (enum glyph_set)o->glyphs : screen_glyphs());
		if (e == SCREEN_KEY && key.code == KEY_BARRIER &&
			getenv("GCREFS_BARRIER"))
			screen_answer_barrier(s, key.number);
		e = screen_wait(s, -1, &key);
		if (e == SCREEN_KEY && key.code != KEY_BARRIER) {
			struct key plain = without_mouse(m, key);

			result = menu_key(m, &plain);
		}
	} while (e != SCREEN_HANGUP && result != MENU_CHOSEN && result != MENU_CLOSED);
	return result == MENU_CHOSEN && e != SCREEN_HANGUP ? menu_choice(m) : -1;
}

int chooser_run(const struct options *o, char **file)
{
	struct choices c = {0};
	struct menu menu = {0};
	const char *why;
	struct screen *s;
	int signal, chosen;

	find(&c);
	if (c.count == 0)
		return tell_none();
	s = screen_open(&why);
	if (!s) {
		fprintf(stderr, "gcrefs: %s\n", _(why));
		choices_free(&c);
		return EXIT_FAILED;
	}
	screen_theme(s, options_theme(o, screen_colors(s)));
	screen_mouse(s, o->settings.mouse);
	fill(&menu, &c);
	chosen = choose(s, &menu, o);
	signal = screen_signal(s);
	menu_close(&menu);
	screen_close(s);
	if (signal)
		tty_die(signal);
	if (chosen >= 0)
		*file = xstrdup(c.at[chosen].file);
	choices_free(&c);
	return EXIT_FINE;
}
