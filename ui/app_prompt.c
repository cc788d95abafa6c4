#include "app_part.h"

#include <stdlib.h>
#include <string.h>

#include "i18n.h"
#include "xalloc.h"

/* The line at the bottom: commands, and texts to find. */

static struct prompt_lines *lines_of(struct app *a, enum app_asking what)
{
	return &a->lines[what == ASK_TEXT ? 1 : what == ASK_STATEMENT ? 2 : 0];
}

void app_ask(struct app *a, enum app_asking what, const char *text)
{
	struct key key = {.code = 0};

	a->asking = what;
	prompt_open(&a->prompt, lines_of(a, what));
	for (; *text; text++) {
		key.code = (unsigned char)*text;
		prompt_key(&a->prompt, &key, NULL);
	}
}

unsigned app_command_line(struct app *a, const struct order *o)
{
	app_ask(a, ASK_COMMAND, o->text);
	return REACT_DRAW;
}

/* Completion. */

static void complete_command(const char *word, struct candidates *out)
{
	for (int i = ACTION_NONE + 1; i < ACTION_COUNT; i++)
		candidates_match(out, word, action_row((enum action)i)->name);
}

static void complete_place(const char *word, struct candidates *out)
{
	static const char *const places[] = {"start", "end", "line:", "gc:", "phase:"};
	struct strbuf text = STRBUF_INIT;

	for (unsigned i = 0; i < sizeof(places) / sizeof(places[0]); i++)
		candidates_match(out, word, places[i]);
	for (int phase = GC_PHASE_IDLE + 1; phase < GC_PHASES; phase++) {
		strbuf_clear(&text);
		strbuf_printf(
			&text, "phase:%s", gc_phase_function((enum gc_phase)phase));
		if (strncmp(word, "phase:", 6) == 0)
			candidates_match(out, word, text.text);
	}
	strbuf_free(&text);
}

/* What to stop at: the word behind the last sign that ends one. */
static void complete_stop(const char *text, struct candidates *out)
{
	const char *word = text + strlen(text);

	while (word > text && !strchr(" (=<>!+-", word[-1]))
		word--;
	out->from += (size_t)(word - text);
	for (int i = 0; condition_word(i); i++)
		candidates_match(out, word, condition_word(i));
	if (word != text)
		return;
	for (int kind = EV_LINE; kind < EVENT_KINDS; kind++)
		candidates_match(out, word, event_kind_name((enum event_kind)kind));
	for (int p = GC_PHASE_IDLE + 1; p < GC_PHASES; p++)
		candidates_match(out, word, gc_phase_function((enum gc_phase)p));
}

static void complete_theme(const char *word, struct candidates *out)
{
	for (int t = 0; t < THEME_COUNT; t++)
		candidates_match(out, word, theme_name((enum theme)t));
}

static void complete_filter(const char *word, struct candidates *out)
{
	for (int f = 0; f < FILTER_COUNT; f++)
		candidates_match(out, word, app_filter_name((enum graph_filter)f));
}

/* NAME=, then its values. */
static void complete_setting(const char *text, struct candidates *out)
{
	const char *equals = strchr(text, '=');
	struct strbuf one = STRBUF_INIT;

	for (int i = 0; settings_name(i); i++) {
		const char *values = settings_values(i);

		strbuf_clear(&one);
		strbuf_printf(&one, "%s=", settings_name(i));
		if (!equals)
			candidates_match(out, text, one.text);
		else if (strncmp(text, one.text, one.length) == 0)
			while (*values) {
				size_t n = strcspn(values, " ");

				strbuf_clear(&one);
				strbuf_printf(&one, "%s=%.*s", settings_name(i), (int)n,
					values);
				candidates_match(out, text, one.text);
				values += n + (values[n] == ' ');
			}
	}
	strbuf_free(&one);
}

static void complete_argument(
	enum argument argument, const char *word, struct candidates *out)
{
	switch (argument) {
	case ARGUMENT_COMMAND:
		complete_command(word, out);
		break;
	case ARGUMENT_PLACE:
		complete_place(word, out);
		break;
	case ARGUMENT_FILTER:
		complete_filter(word, out);
		break;
	case ARGUMENT_STOP:
		complete_stop(word, out);
		break;
	case ARGUMENT_SETTING:
		complete_setting(word, out);
		break;
	case ARGUMENT_THEME:
		complete_theme(word, out);
		break;
	default:
		break;
	}
}

static void complete(void *context, const char *line, struct candidates *out)
{
	size_t n = strcspn(line, " ");
	enum action action = action_find(line, n);

	(void)context;
	if (!line[n]) {
		complete_command(line, out);
		return;
	}
	out->from = n + strspn(line + n, " ");
	if (action != ACTION_NONE)
		complete_argument(action_row(action)->argument, line + out->from, out);
}

/* Keys. */

static void type_text(struct app *a)
{
	strbuf_clear(&a->wanted);
	strbuf_puts(&a->wanted, a->prompt.text.text);
	a->look = a->found_from;
	app_find_first(a);
}

static unsigned finish(struct app *a, enum app_asking what)
{
	char *line = strbuf_take(&a->prompt.text);
	unsigned reaction = REACT_DRAW;

	a->asking = ASK_NOTHING;
	if (what == ASK_COMMAND) {
		reaction = app_command(a, line);
	} else if (what == ASK_STATEMENT && *line) {
		struct order o = {.action = ACTION_WHAT_IF, .text = line};

		strbuf_clear(&a->message);
		reaction = app_do(a, &o);
	}
	free(line);
	return reaction;
}

static void give_up(struct app *a, enum app_asking what)
{
	a->asking = ASK_NOTHING;
	if (what != ASK_TEXT)
		return;
	strbuf_clear(&a->wanted);
	strbuf_clear(&a->message);
	a->look = a->found_from;
}

unsigned app_prompt_key(struct app *a, const struct key *key)
{
	const struct prompt_completer completer = {complete, a};
	enum app_asking what = a->asking;

	if (key->code == KEY_MOUSE)
		return 0;
	switch (prompt_key(&a->prompt, key, what == ASK_COMMAND ? &completer : NULL)) {
	case PROMPT_DONE:
		return finish(a, what);
	case PROMPT_GIVEN_UP:
		give_up(a, what);
		break;
	default:
		if (what == ASK_TEXT)
			type_text(a);
		break;
	}
	return REACT_DRAW;
}

/* Drawing. */

static void draw_candidates(const struct prompt *p, struct canvas *c, int y)
{
	int x = 1;

	if (p->candidates.count < 2 || y < 0)
		return;
	canvas_fill(c, (struct canvas_rect){0, y, c->columns, 1}, STYLE_HINT);
	for (int i = p->candidate > 0 ? p->candidate : 0;
		i < p->candidates.count && x < c->columns; i++) {
		unsigned style =
			i == p->candidate ? STYLE_DEFAULT | STYLE_BOLD : STYLE_HINT;

		x += canvas_text_fit(c, x, y, c->columns - x, CANVAS_CUT_END,
			     p->candidates.at[i], style) +
			2;
	}
}

static const char *sign_of(enum app_asking what)
{
	return what == ASK_TEXT ? "/" : what == ASK_STATEMENT ? "!" : ":";
}

void app_draw_prompt(struct app *a, struct canvas *c, int y, int cursor[2])
{
	const struct prompt *p = &a->prompt;
	char *before = xstrndup(p->text.text, p->cursor);
	int x = 1 + wtext_width(before, c->glyphs);
	int shift = x >= c->columns ? x - c->columns + 1 : 0;
	int end = 1 + wtext_width(p->text.text, c->glyphs);

	canvas_fill(c, (struct canvas_rect){0, y, c->columns, 1}, STYLE_DEFAULT);
	canvas_text(c, 1 - shift, y, p->text.text, STYLE_DEFAULT);
	canvas_text(c, 0, y, sign_of(a->asking), STYLE_TITLE);
	if (a->asking == ASK_TEXT && a->message.length && end + 3 < c->columns)
		canvas_text_fit(c, end + 3, y, c->columns - end - 3, CANVAS_CUT_END,
			a->message.text, STYLE_DIM);
	draw_candidates(p, c, y - 1);
	cursor[0] = x - shift;
	cursor[1] = y;
	free(before);
}
