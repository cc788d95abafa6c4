#include "menu.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "i18n.h"
#include "xalloc.h"

void menu_open(struct menu *m, const char *title, const char *foot, int left_width)
{
	menu_close(m);
	m->title = xstrdup(title);
	m->foot = foot ? xstrdup(foot) : NULL;
	m->left_width = left_width;
	m->selected = -1;
	m->wanted = (struct strbuf)STRBUF_INIT;
	m->open = true;
}

void menu_close(struct menu *m)
{
	for (int i = 0; i < m->count; i++) {
		free(m->rows[i].left);
		free(m->rows[i].right);
	}
	free(m->rows);
	free(m->title);
	free(m->foot);
	if (m->open)
		strbuf_free(&m->wanted);
	*m = (struct menu){0};
}

static void add(struct menu *m, struct menu_row row)
{
	m->rows = xreallocarray(m->rows, (size_t)m->count + 1, sizeof(*m->rows));
	if (!row.heading && m->selected < 0)
		m->selected = m->count;
	m->rows[m->count++] = row;
}

void menu_add(struct menu *m, int id, const char *left, const char *right)
{
	add(m, (struct menu_row){xstrdup(left), xstrdup(right), id, false, 0, 0});
}

void menu_add_heading(struct menu *m, const char *text)
{
	add(m, (struct menu_row){xstrdup(text), xstrdup(""), -1, true, 0, 0});
}

void menu_select(struct menu *m, int id)
{
	for (int i = 0; i < m->count; i++) {
		if (!m->rows[i].heading && m->rows[i].id == id)
			m->selected = i;
	}
}

int menu_choice(const struct menu *m)
{
	return m->selected >= 0 ? m->rows[m->selected].id : -1;
}

/* Searching. */

static bool has_upper(const char *text)
{
	for (; *text; text++) {
		if (isupper((unsigned char)*text))
			return true;
	}
	return false;
}

int text_find(const char *text, const char *wanted)
{
	size_t n = strlen(wanted);
	bool exact = has_upper(wanted);

	for (const char *at = text; strlen(at) >= n; at++) {
		if (exact ? strncmp(at, wanted, n) == 0
			  : strncasecmp(at, wanted, n) == 0)
			return (int)(at - text);
		if (!*at)
			break;
	}
	return -1;
}

static bool is_shown(const struct menu *m, const struct menu_row *row)
{
	if (m->wanted.length == 0)
		return true;
	return !row->heading &&
		(text_find(row->left, m->wanted.text) >= 0 ||
			text_find(row->right, m->wanted.text) >= 0);
}

static bool can_choose(const struct menu *m, int i)
{
	return !m->rows[i].heading && is_shown(m, &m->rows[i]);
}

/* Moves the selection by N rows that can be chosen, as far as there are any. */
static void move(struct menu *m, int n)
{
	int by = n < 0 ? -1 : 1;

	for (int i = m->selected + by; n != 0 && i >= 0 && i < m->count; i += by) {
		if (can_choose(m, i)) {
			m->selected = i;
			n -= by;
		}
	}
}

/* After the wanted text has changed: the nearest row that is still there. */
static void reselect(struct menu *m)
{
	int from = m->selected < 0 ? 0 : m->selected;

	for (int i = 0; i < m->count; i++) {
		int at = (from + i) % m->count;

		if (can_choose(m, at)) {
			m->selected = at;
			return;
		}
	}
	m->selected = -1;
}

static void type(struct menu *m, uint32_t code)
{
	struct strbuf *text = &m->wanted;

	if (code == KEY_ENTER) {
		m->typing = false;
	} else if (code == KEY_ESCAPE) {
		m->typing = false;
		strbuf_clear(text);
	} else if (code == KEY_BACKSPACE && text->length == 0) {
		m->typing = false;
	} else if (code == KEY_BACKSPACE) {
		do
			text->length--;
		while (text->length > 0 &&
			((unsigned char)text->text[text->length] & 0xc0) == 0x80);
		text->text[text->length] = '\0';
	} else if (code < KEY_BASE) {
		strbuf_put_utf8(text, code);
	}
	reselect(m);
}

enum {
	PAGE = 10
};

enum menu_result menu_key(struct menu *m, const struct key *key)
{
	uint32_t code = key->code & ~(uint32_t)KEY_PASTED;

	if (m->typing && code != KEY_UP && code != KEY_DOWN) {
		type(m, code);
		return MENU_STAYS;
	}
	switch (code) {
	case KEY_UP:
	case 'k':
		move(m, -1);
		break;
	case KEY_DOWN:
	case 'j':
		move(m, 1);
		break;
	case KEY_PAGE_UP:
	case KEY_CTRL | 'b':
		move(m, -PAGE);
		break;
	case KEY_PAGE_DOWN:
	case KEY_CTRL | 'f':
	case ' ':
		move(m, PAGE);
		break;
	case KEY_HOME:
	case 'g':
		move(m, -m->count);
		break;
	case KEY_END:
	case 'G':
		move(m, m->count);
		break;
	case '/':
		m->typing = true;
		strbuf_clear(&m->wanted);
		break;
	case KEY_ENTER:
		return m->selected >= 0 ? MENU_CHOSEN : MENU_STAYS;
	case KEY_ESCAPE:
		if (m->wanted.length == 0)
			return MENU_CLOSED;
		strbuf_clear(&m->wanted);
		break;
	case 'q':
	case 'Q':
	case '?':
	case KEY_F1:
	case KEY_CTRL | 'c':
		return MENU_CLOSED;
	default:
		return MENU_OTHER;
	}
	return MENU_STAYS;
}

/* Drawing. */

static int text_column(const struct menu *m, const struct canvas *c)
{
	return c->columns > 30 ? 3 + m->left_width : 8;
}

static int row_height(
	const struct menu *m, const struct menu_row *row, struct canvas *c, int width)
{
	int x = text_column(m, c);

	if (row->heading || !*row->right)
		return 1;
	return canvas_text_wrap(
		c, (struct canvas_rect){x, 0, width - x, 0}, row->right, STYLE_DEFAULT);
}

static void draw_row(const struct menu *m, struct canvas *c, int y,
	const struct menu_row *row, int height)
{
	bool selected = m->selected >= 0 && row == &m->rows[m->selected];
	int x = text_column(m, c);

	if (row->heading) {
		canvas_text_fit(c, 1, y, c->columns - 1, CANVAS_CUT_END, row->left,
			STYLE_TITLE);
		return;
	}
	canvas_text_fit(c, 2, y, m->left_width, CANVAS_CUT_END, row->left, STYLE_TITLE);
	canvas_text_wrap(c, (struct canvas_rect){x, y, c->columns - x, height},
		row->right, STYLE_DEFAULT);
	if (selected) {
		canvas_glyph(c, 0, y, GLYPH_HEAD_RIGHT, STYLE_DEFAULT);
		canvas_restyle(c, (struct canvas_rect){0, y, c->columns, height},
			STYLE_SELECTED);
	}
}

/* Lines before and of the selected row, and of all. */
static int measure(const struct menu *m, struct canvas *c, int *at, int *height)
{
	int lines = 0;

	*at = *height = 0;
	for (int i = 0; i < m->count; i++) {
		int h;

		if (!is_shown(m, &m->rows[i]))
			continue;
		h = row_height(m, &m->rows[i], c, c->columns);
		if (i == m->selected) {
			*at = lines;
			*height = h;
		}
		lines += h;
	}
	return lines;
}

/* The selected row and what is round it are seen. */
static void scroll(struct menu *m, struct canvas *c)
{
	int at, height, lines = measure(m, c, &at, &height);

	if (at < m->top + 1)
		m->top = at - 1;
	if (at + height > m->top + c->rows)
		m->top = at + height - c->rows;
	if (m->top > lines - c->rows)
		m->top = lines - c->rows;
	if (m->top < 0)
		m->top = 0;
}

static void draw_foot(const struct menu *m, struct canvas *c, int cursor[2])
{
	int y = c->rows - 1, x = 1;

	canvas_fill(c, (struct canvas_rect){0, y, c->columns, 1}, STYLE_HINT);
	if (!m->typing && m->wanted.length == 0) {
		canvas_text_fit(c, 1, y, c->columns - 1, CANVAS_CUT_END,
			m->foot ? m->foot : "", STYLE_HINT);
		return;
	}
	x = canvas_text(c, 0, y, "/", STYLE_HINT);
	x += canvas_text_fit(
		c, x, y, c->columns - x, CANVAS_CUT_END, m->wanted.text, STYLE_HINT);
	if (m->selected < 0)
		canvas_text_fit(c, x + 2, y, c->columns - x - 2, CANVAS_CUT_END,
			_("nothing has this text"), STYLE_HINT);
	if (m->typing) {
		cursor[0] = x;
		cursor[1] = y;
	}
}

void menu_draw(struct menu *m, struct canvas *c, int cursor[2])
{
	int head = c->rows > 3 ? 1 : 0, foot = c->rows > 2 ? 1 : 0, y;
	struct canvas body = canvas_sub(
		c, (struct canvas_rect){0, head, c->columns, c->rows - head - foot});

	canvas_clear(c);
	cursor[0] = cursor[1] = 0;
	if (head) {
		canvas_fill(c, (struct canvas_rect){0, 0, c->columns, 1},
			STYLE_TITLE | STYLE_REVERSE);
		canvas_text_fit(c, 1, 0, c->columns - 1, CANVAS_CUT_END, m->title,
			STYLE_TITLE | STYLE_REVERSE);
	}
	scroll(m, &body);
	y = -m->top;
	for (int i = 0; i < m->count; i++) {
		struct menu_row *row = &m->rows[i];
		int height;

		row->height = 0;
		if (!is_shown(m, row))
			continue;
		height = row_height(m, row, &body, body.columns);
		if (y + height > 0 && y < body.rows) {
			draw_row(m, &body, y, row, height);
			row->y = y + head;
			row->height = height;
		}
		if (i == m->selected && y >= 0 && y < body.rows) {
			cursor[0] = 0;
			cursor[1] = y + head;
		}
		y += height;
	}
	if (foot)
		draw_foot(m, c, cursor);
}

bool menu_click(struct menu *m, int y)
{
	for (int i = 0; i < m->count; i++) {
		const struct menu_row *row = &m->rows[i];

		if (y >= row->y && y < row->y + row->height && can_choose(m, i)) {
			m->selected = i;
			return true;
		}
	}
	return false;
}
