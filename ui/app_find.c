#include "app_part.h"

#include <stdlib.h>
#include <string.h>

#include "i18n.h"
#include "xalloc.h"

/*
 * Finding a text: in the lines of the source, the names and values of the shown
 * objects, and what was printed, in this order; from where the user looks on, and
 * round.
 */
struct found {
	enum view_id view;
	uint32_t at; /* line of source, serial, row of output (from 1) */
};

struct founds {
	struct found *at;
	int count;
};

enum {
	VALUE_WIDTH = 200
};

static void add(struct founds *f, enum view_id view, uint32_t at)
{
	f->at = xreallocarray(f->at, (size_t)f->count + 1, sizeof(*f->at));
	f->at[f->count++] = (struct found){view, at};
}

static void find_in_source(const struct app *a, struct founds *out)
{
	for (int line = 1; line <= a->scenario->line_count; line++) {
		if (!scenario_is_aside(a->scenario, line) &&
			text_find(a->scenario->lines[line - 1], a->wanted.text) >= 0)
			add(out, VIEW_SOURCE, (uint32_t)line);
	}
}

static void find_in_objects(const struct app *a, struct scene *s, struct founds *out)
{
	const struct picture *picture = scene_picture(s);
	struct strbuf text = STRBUF_INIT;

	for (uint32_t i = 0; i < picture->object_count; i++) {
		strbuf_clear(&text);
		query_name(&s->query, picture->objects[i], &text);
		strbuf_putc(&text, ' ');
		query_value(&s->query, picture->objects[i], VALUE_WIDTH, &text);
		if (text_find(text.text, a->wanted.text) >= 0)
			add(out, VIEW_GRAPH, obj_serial(s->w, picture->objects[i]));
	}
	strbuf_free(&text);
}

static void find_in_output(const struct app *a, struct founds *out)
{
	size_t cursor = 0, length;
	const char *bytes;
	int stream;
	struct strbuf all = STRBUF_INIT;
	uint32_t row = 0;

	while (machine_output_piece(a->machine, &cursor, &stream, &bytes, &length))
		strbuf_add(&all, bytes, length);
	for (char *line = all.text, *end; *line; line = end) {
		size_t n = strcspn(line, "\n");

		end = line + n + (line[n] == '\n');
		line[n] = '\0';
		row++;
		if (text_find(line, a->wanted.text) >= 0)
			add(out, VIEW_OUTPUT, row);
		if (end == line + n)
			break;
	}
	strbuf_free(&all);
}

static struct founds find_all(struct app *a)
{
	struct founds out = {NULL, 0};
	struct scene s;

	app_scene(a, &s);
	find_in_source(a, &out);
	find_in_objects(a, &s, &out);
	find_in_output(a, &out);
	scene_free(&s);
	return out;
}

/* Where the user looks, as a place that could be found. */
static struct found here(struct app *a)
{
	switch (a->look.focus) {
	case VIEW_SOURCE: {
		int line = a->look.line;

		return (struct found){VIEW_SOURCE, (uint32_t)line};
	}
	case VIEW_GRAPH:
	case VIEW_LISTS:
	case VIEW_OBJECT:
		return (struct found){VIEW_GRAPH, a->look.chosen};
	case VIEW_OUTPUT:
		return (struct found){VIEW_OUTPUT, (uint32_t)a->reveal[VIEW_OUTPUT]};
	default:
		return (struct found){VIEW_SOURCE, 0};
	}
}

static int compare(const struct found *a, const struct found *b)
{
	static const int order[VIEW_COUNT] = {[VIEW_GRAPH] = 1, [VIEW_OUTPUT] = 2};

	if (a->view != b->view)
		return order[a->view] < order[b->view] ? -1 : 1;
	return (a->at > b->at) - (a->at < b->at);
}

static void show(struct app *a, const struct founds *all, int i)
{
	const struct found *f = &all->at[i];

	if (f->view == VIEW_GRAPH) {
		a->look.chosen = f->at;
		if (a->look.focus != VIEW_LISTS && a->look.focus != VIEW_OBJECT)
			app_focus(a, VIEW_GRAPH);
	} else {
		app_focus(a, f->view);
	}
	if (f->view == VIEW_SOURCE)
		a->look.line = (int)f->at;
	if (f->view == VIEW_OUTPUT)
		a->reveal[VIEW_OUTPUT] = (int)f->at;
	strbuf_clear(&a->message);
	strbuf_printf(&a->message, _("%s: place %d of %d"), a->wanted.text, i + 1,
		all->count);
}

/* The place BY behind (before) where the user looks; STAY: it may be this one. */
static void go(struct app *a, long by, bool stay)
{
	struct founds all = find_all(a);
	struct found now = here(a);
	int next = 0, at;

	while (next < all.count && compare(&all.at[next], &now) < 0)
		next++;
	if (all.count == 0) {
		strbuf_clear(&a->message);
		strbuf_printf(&a->message,
			_("'%s' is not in source, objects or output"), a->wanted.text);
		free(all.at);
		return;
	}
	at = next;
	if (by > 0 && !stay) {
		bool same = next < all.count && compare(&all.at[next], &now) == 0;

		at = next +
			(same ? (int)(by % all.count) : (int)((by - 1) % all.count));
	} else if (by < 0) {
		at = next + all.count + (int)(by % all.count);
	}
	show(a, &all, at % all.count);
	free(all.at);
}

void app_find_first(struct app *a)
{
	strbuf_clear(&a->message);
	if (a->wanted.length)
		go(a, 1, true);
}

unsigned app_find(struct app *a, const struct order *o)
{
	a->found_from = a->look;
	if (!*o->text) {
		app_ask(a, ASK_TEXT, "");
		return REACT_DRAW;
	}
	strbuf_clear(&a->wanted);
	strbuf_puts(&a->wanted, o->text);
	app_find_first(a);
	return REACT_DRAW;
}

unsigned app_find_next(struct app *a, const struct order *o)
{
	long by = app_times(o);

	if (a->wanted.length == 0)
		app_say(a, _("Nothing to find yet: / asks for a text."));
	else
		go(a, o->action == ACTION_FIND_NEXT ? by : -by, false);
	return REACT_DRAW;
}

/* On the screen. */

/* A row's text with the column of each byte. */
static int *row_columns(const struct canvas *c, int y, struct strbuf *text)
{
	int *columns = NULL;

	for (int x = 0; x < c->columns; x++) {
		const struct canvas_cell *cell = canvas_at(c, x, y);
		size_t from = text->length;

		if (!cell || cell->width == 0)
			continue;
		for (int i = 0; i < WTEXT_CODES && cell->code[i]; i++)
			strbuf_put_utf8(text, cell->code[i]);
		columns = xreallocarray(columns, text->length + 1, sizeof(*columns));
		for (size_t i = from; i < text->length; i++)
			columns[i] = x;
		columns[text->length] = x + cell->width;
	}
	return columns;
}

static void highlight_row(const struct app *a, struct canvas *c, int y)
{
	struct strbuf text = STRBUF_INIT;
	int *columns = row_columns(c, y, &text);
	size_t from = 0, n = a->wanted.length;
	int found;

	while (from < text.length &&
		(found = text_find(text.text + from, a->wanted.text)) >= 0) {
		int x = columns[from + (size_t)found];

		from += (size_t)found + n;
		canvas_restyle(c, (struct canvas_rect){x, y, columns[from] - x, 1},
			STYLE_MATCH);
	}
	free(columns);
	strbuf_free(&text);
}

void app_highlight(const struct app *a, struct canvas *c, const struct app_pane *pane)
{
	struct canvas sub = canvas_sub(c, pane->place);

	if (a->wanted.length == 0 || pane->view == VIEW_TIMELINE ||
		pane->view == VIEW_EXPLAIN)
		return;
	for (int y = 0; y < sub.rows; y++)
		highlight_row(a, &sub, y);
}
