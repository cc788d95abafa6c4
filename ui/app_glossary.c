#include "app_part.h"

#include <ctype.h>
#include <string.h>

#include "i18n.h"

/* What words and signs mean: all of them, or those on the screen. */

struct term {
	const char *text, *meaning;
	bool sign;
};

static const struct term terms[] = {
#define WORD(text, meaning) {N_(text), N_(meaning), false},
#define SIGN(text, meaning) {text, N_(meaning), true},
#include "glossary.def"
#undef WORD
#undef SIGN
};

enum {
	TERMS = sizeof(terms) / sizeof(terms[0]),
	TERM_WIDTH = 18
};

void app_add_terms(struct app *a, bool signs)
{
	for (int i = 0; i < TERMS; i++) {
		if (terms[i].sign == signs)
			menu_add(&a->menu, -1, _(terms[i].text), _(terms[i].meaning));
	}
}

static void open_list(struct app *a, const char *title)
{
	menu_open(&a->menu, title, _("Up, Down move  / finds  q closes"), TERM_WIDTH);
	a->menu_kind = APP_MENU_TERMS;
}

unsigned app_glossary(struct app *a, const struct order *o)
{
	open_list(a, _("Words and signs"));
	app_add_terms(a, false);
	menu_add_heading(&a->menu, _("Signs"));
	app_add_terms(a, true);
	for (int i = 0; *o->text && i < a->menu.count; i++) {
		if (strcmp(a->menu.rows[i].left, o->text) == 0)
			a->menu.selected = i;
	}
	return REACT_DRAW;
}

static bool is_letter(char c)
{
	return isalnum((unsigned char)c) || c == '_';
}

/* Whether the word stands in TEXT, not as a part of another one. */
static bool has_word(const char *text, const char *word)
{
	size_t n = strlen(word);

	for (const char *at = text; (at = strstr(at, word)); at++) {
		if ((at == text || !is_letter(at[-1]) || !is_letter(word[0])) &&
			(!is_letter(at[n]) || !is_letter(word[n - 1])))
			return true;
	}
	return false;
}

/* The screen, without the hints: they are no part of what is shown. */
static void draw_text(struct app *a, struct strbuf *out)
{
	struct canvas c;
	struct app_cursor cursor;

	canvas_init(&c, a->columns > 0 ? a->columns : 1, a->rows > 0 ? a->rows : 1,
		GLYPHS_UNICODE);
	app_draw(a, &c, &cursor);
	for (int y = 0; y < c.rows; y++) {
		if (y == a->layout.hint_row)
			continue;
		canvas_row_text(&c, y, out);
		strbuf_putc(out, '\n');
	}
	canvas_free(&c);
}

unsigned app_explain(struct app *a, const struct order *o)
{
	struct strbuf screen = STRBUF_INIT;

	(void)o;
	draw_text(a, &screen);
	open_list(a, _("Words and signs on this screen"));
	for (int i = 0; i < TERMS; i++) {
		if (has_word(screen.text, _(terms[i].text)))
			menu_add(&a->menu, -1, _(terms[i].text), _(terms[i].meaning));
	}
	strbuf_free(&screen);
	return REACT_DRAW;
}
