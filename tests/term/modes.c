#include "modes.h"

#include <stdlib.h>
#include <string.h>

enum {
	CURSOR_VISIBLE = 25
};

/* The modes that matter to the next program, and their state when fresh. */
static const struct {
	int number;
	bool fresh;
	const char *name;
} known[] = {
	{1, false, "application cursor keys"},
	{7, true, "automatic wrap"},
	{9, false, "X10 mouse"},
	{CURSOR_VISIBLE, true, "visible cursor"},
	{47, false, "alternate screen (47)"},
	{1000, false, "mouse buttons"},
	{1001, false, "mouse highlighting"},
	{1002, false, "mouse drags"},
	{1003, false, "mouse moves"},
	{1004, false, "focus reports"},
	{1005, false, "UTF-8 mouse"},
	{1006, false, "SGR mouse"},
	{1015, false, "urxvt mouse"},
	{1047, false, "alternate screen (1047)"},
	{1049, false, "alternate screen"},
	{2004, false, "bracketed paste"},
	{2026, false, "synchronized update"},
};

static const size_t known_count = sizeof(known) / sizeof(known[0]);

static bool fresh(int number)
{
	for (size_t i = 0; i < known_count; i++)
		if (known[i].number == number)
			return known[i].fresh;
	return false;
}

bool modes_private(const struct modes *m, int number)
{
	for (size_t i = 0; i < m->privates; i++)
		if (m->private[i].number == number)
			return m->private[i].on;
	return fresh(number);
}

static void set_private(struct modes *m, int number, bool on)
{
	size_t i = 0;

	while (i < m->privates && m->private[i].number != number)
		i++;
	if (i == sizeof(m->private) / sizeof(m->private[0]))
		return;
	if (i == m->privates)
		m->privates++;
	m->private[i].number = number;
	m->private[i].on = on;
}

static void set_rendition(struct modes *m, int number)
{
	if (number == 0)
		m->colored = m->bold = false;
	else if (number == 39 || number == 49)
		m->colored = false;
	else if (number >= 30)
		m->colored = true;
	else if (number < 10)
		m->bold = true;
	else if (number >= 22)
		m->bold = false;
}

/* Reads the numbers of a sequence, ';' or ':' between them; none is one 0. */
static void each_number(struct modes *m, const char *text, char final)
{
	bool extended = false;

	for (;;) {
		char *end;
		int number = (int)strtol(text, &end, 10);

		if (final == 'm' && !extended)
			set_rendition(m, number);
		else if (final == 'h' || final == 'l')
			set_private(m, number, final == 'h');
		/* 38;5;N and 48;2;R;G;B: what follows is one colour */
		extended = extended || number == 38 || number == 48;
		if (*end == '\0')
			return;
		text = end + 1;
	}
}

static void control_sequence(struct modes *m, char final)
{
	if (m->length >= sizeof(m->parameters))
		return;
	m->parameters[m->length] = '\0';
	bool private = m->parameters[0] == '?';

	if (final == 'm' && strspn(m->parameters, "0123456789;:") == m->length)
		each_number(m, m->parameters, final);
	else if (private && (final == 'h' || final == 'l'))
		each_number(m, m->parameters + 1, final);
	else if (final == 'r' && !private)
		m->scroll_region = m->length > 0;
	else if (final == 'p' && strcmp(m->parameters, "!") == 0)
		m->keypad = m->scroll_region = m->colored = m->bold = false;
}

static void after_escape(struct modes *m, char c)
{
	m->state = MODES_TEXT;
	m->length = 0;
	if (c == '[')
		m->state = MODES_CSI;
	else if (strchr("]PX^_", c))
		m->state = MODES_STRING;
	else if (strchr("()*+-./#% ", c))
		m->state = MODES_CHARSET;
	else if (c == '=' || c == '>')
		m->keypad = c == '=';
	else if (c == 'c')
		*m = (struct modes){.bytes = m->bytes};
}

static void read_byte(struct modes *m, char c)
{
	if (m->state == MODES_STRING) {
		if (c == '\a' || (m->escape_in_string && c == '\\'))
			m->state = MODES_TEXT;
		m->escape_in_string = c == '\033';
	} else if (c == '\033') {
		m->state = MODES_ESCAPE;
	} else if (m->state == MODES_ESCAPE) {
		if (c != '\0')
			after_escape(m, c);
	} else if (m->state == MODES_CHARSET) {
		m->state = MODES_TEXT;
	} else if (m->state == MODES_CSI && c >= 0x40 && c <= 0x7e) {
		m->state = MODES_TEXT;
		control_sequence(m, c);
	} else if (m->state == MODES_CSI) {
		if (m->length < sizeof(m->parameters))
			m->parameters[m->length++] = c;
	}
}

void modes_read(struct modes *m, const char *bytes, size_t length)
{
	for (size_t i = 0; i < length; i++)
		read_byte(m, bytes[i]);
	m->bytes += length;
}

static bool as_fresh(bool now, bool before, const char *name, struct strbuf *why)
{
	if (now != before)
		strbuf_printf(why, "%s%s is %s", why->length ? "; " : "", name,
			now ? "on" : "off");
	return now == before;
}

bool modes_restored(const struct modes *m, struct strbuf *why)
{
	bool fine = as_fresh(m->keypad, false, "application keypad", why);

	fine &= as_fresh(m->scroll_region, false, "a scroll region", why);
	fine &= as_fresh(m->colored, false, "a colour", why);
	fine &= as_fresh(m->bold, false, "bold or another rendition", why);
	fine &= as_fresh(m->state != MODES_TEXT, false, "an unfinished sequence", why);
	for (size_t i = 0; i < known_count; i++)
		fine &= as_fresh(modes_private(m, known[i].number), known[i].fresh,
			known[i].name, why);
	return fine;
}
