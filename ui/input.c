#include "input.h"

#include <string.h>

enum {
	ESC = 0x1b,
	BEL = 0x07
};

/* Whole sequence final bytes and numbers that are keys. */
struct named {
	const char *sequence; /* after ESC */
	uint32_t code;
};

static const struct named table[] = {
	{"[A", KEY_UP},
	{"[B", KEY_DOWN},
	{"[C", KEY_RIGHT},
	{"[D", KEY_LEFT},
	{"OA", KEY_UP},
	{"OB", KEY_DOWN},
	{"OC", KEY_RIGHT},
	{"OD", KEY_LEFT},
	{"[H", KEY_HOME},
	{"[F", KEY_END},
	{"OH", KEY_HOME},
	{"OF", KEY_END},
	{"[1~", KEY_HOME},
	{"[4~", KEY_END},
	{"[7~", KEY_HOME},
	{"[8~", KEY_END},
	{"[2~", KEY_INSERT},
	{"[3~", KEY_DELETE},
	{"[5~", KEY_PAGE_UP},
	{"[6~", KEY_PAGE_DOWN},
	{"[Z", KEY_BACKTAB},
	{"OP", KEY_F1},
	{"OQ", KEY_F1 + 1},
	{"OR", KEY_F1 + 2},
	{"OS", KEY_F1 + 3},
	{"[[A", KEY_F1},
	{"[[B", KEY_F1 + 1},
	{"[[C", KEY_F1 + 2},
	{"[[D", KEY_F1 + 3},
	{"[[E", KEY_F1 + 4},
	{"[11~", KEY_F1},
	{"[12~", KEY_F1 + 1},
	{"[13~", KEY_F1 + 2},
	{"[14~", KEY_F1 + 3},
	{"[15~", KEY_F1 + 4},
	{"[17~", KEY_F1 + 5},
	{"[18~", KEY_F1 + 6},
	{"[19~", KEY_F1 + 7},
	{"[20~", KEY_F1 + 8},
	{"[21~", KEY_F1 + 9},
	{"[23~", KEY_F1 + 10},
	{"[24~", KEY_F1 + 11},
	{"OM", KEY_ENTER},
	{"[200~", KEY_PASTE_START},
	{"[201~", KEY_PASTE_END},
};

void input_init(struct input *in)
{
	memset(in, 0, sizeof(*in));
}

static void put_key(struct input *in, struct key key)
{
	in->queue[(in->head + in->count) % INPUT_QUEUE] = key;
	in->count++;
}

/* What is pasted is text: characters, and blanks for what ends or indents a line;
 * 0: nothing. */
static uint32_t pasted(uint32_t code)
{
	if (code == KEY_ENTER || code == KEY_TAB)
		code = ' ';
	return code < KEY_BASE ? KEY_PASTED | code : 0;
}

static void put(struct input *in, uint32_t code, uint32_t number)
{
	if (code == KEY_PASTE_START || code == KEY_PASTE_END)
		in->pasting = code == KEY_PASTE_START;
	else if (in->pasting && code != KEY_BARRIER)
		code = pasted(code);
	if (code)
		put_key(in, (struct key){.code = code, .number = number});
}

static void forget(struct input *in)
{
	in->length = 0;
	in->too_long = false;
	in->string = false;
}

static uint32_t plain(unsigned char c)
{
	switch (c) {
	case '\t':
		return KEY_TAB;
	case '\r':
	case '\n':
		return KEY_ENTER;
	case 0x7f:
	case 0x08:
		return KEY_BACKSPACE;
	case 0:
		return KEY_CTRL | ' ';
	default:
		return c < 0x20 ? KEY_CTRL | (uint32_t)(c + 0x60) : c;
	}
}

/* "[?9901;7n": the number behind the semicolon. */
static bool read_barrier(const char *sequence, uint32_t *number)
{
	static const char start[] = "[?9901;";
	const char *p = sequence + sizeof(start) - 1;

	if (strncmp(sequence, start, sizeof(start) - 1) != 0)
		return false;
	for (*number = 0; *p >= '0' && *p <= '9'; p++)
		*number = *number * 10 + (uint32_t)(*p - '0');
	return *p == 'n' && !p[1];
}

/* One number of a report and the character behind it. */
static const char *read_number(const char *p, char end, int *number)
{
	if (*p < '0' || *p > '9')
		return NULL;
	for (*number = 0; *p >= '0' && *p <= '9' && *number < 100000; p++)
		*number = *number * 10 + (*p - '0');
	return *p == end ? p + 1 : NULL;
}

/* The button bits of xterm's mouse reports (ctlseqs, "Extended coordinates"). */
static uint32_t mouse_number(int bits, char final)
{
	uint32_t held = bits & 4 ? MOUSE_SHIFT : 0;

	if (bits & 64)
		return held | MOUSE_PRESS |
			(bits & 1 ? MOUSE_WHEEL_DOWN : MOUSE_WHEEL_UP);
	held |= (uint32_t)(bits & 3) + MOUSE_LEFT;
	if ((bits & 3) == 3)
		held = MOUSE_NO_BUTTON;
	if (final == 'm')
		return held | MOUSE_RELEASE;
	return held | (bits & 32 ? MOUSE_DRAG : MOUSE_PRESS);
}

/* "[<0;10;5M": the mouse, by mode 1006. */
static bool read_mouse(const char *sequence, struct key *key)
{
	const char *p = sequence + 2;
	char final = sequence[strlen(sequence) - 1];
	int bits, x, y;

	if (strncmp(sequence, "[<", 2) != 0 || (final != 'M' && final != 'm') ||
		!(p = read_number(p, ';', &bits)) || !(p = read_number(p, ';', &x)) ||
		!(p = read_number(p, final, &y)) || *p || x < 1 || y < 1)
		return false;
	*key = (struct key){KEY_MOUSE, mouse_number(bits, final), x - 1, y - 1};
	return true;
}

static bool is_arrow(uint32_t code)
{
	return code >= KEY_UP && code <= KEY_RIGHT;
}

/* With modifiers, "[1;5A": the same key; arrows with Shift are others. */
static uint32_t without_modifier(const char *sequence)
{
	char shortened[INPUT_SEQUENCE];
	const char *semicolon = strchr(sequence, ';');
	size_t n;

	if (!semicolon)
		return KEY_NONE;
	n = (size_t)(semicolon - sequence);
	memcpy(shortened, sequence, n);
	shortened[n] = sequence[strlen(sequence) - 1];
	shortened[n + 1] = '\0';
	if (n == 2 && shortened[1] == '1' && shortened[2] != '~') {
		shortened[1] = shortened[2];
		shortened[2] = '\0';
	}
	for (size_t i = 0; i < sizeof(table) / sizeof(table[0]); i++) {
		if (strcmp(table[i].sequence, shortened) == 0)
			return table[i].code |
				(semicolon[1] == '2' && is_arrow(table[i].code)
						? (uint32_t)KEY_SHIFT
						: 0);
	}
	return KEY_NONE;
}

static void finish_sequence(struct input *in)
{
	char sequence[INPUT_SEQUENCE];
	uint32_t number, code = KEY_NONE;
	struct key mouse;

	memcpy(sequence, in->sequence + 1, (size_t)in->length - 1);
	sequence[in->length - 1] = '\0';
	if (in->too_long) {
		forget(in);
		return;
	}
	for (size_t i = 0; i < sizeof(table) / sizeof(table[0]); i++) {
		if (strcmp(table[i].sequence, sequence) == 0)
			code = table[i].code;
	}
	if (code == KEY_NONE)
		code = without_modifier(sequence);
	if (code != KEY_NONE)
		put(in, code, 0);
	else if (read_barrier(sequence, &number))
		put(in, KEY_BARRIER, number);
	else if (!in->pasting && read_mouse(sequence, &mouse))
		put_key(in, mouse);
	forget(in);
}

static void remember(struct input *in, unsigned char c)
{
	if (in->length < INPUT_SEQUENCE - 1)
		in->sequence[in->length++] = c;
	else
		in->too_long = true;
}

/* Inside OSC, DCS, SOS, PM, APC: text for nobody, up to ST or BEL. */
static void feed_string(struct input *in, unsigned char c)
{
	bool was_escape = in->sequence[in->length - 1] == ESC && in->length > 2;

	if (c == BEL || (was_escape && c == '\\')) {
		forget(in);
		return;
	}
	in->length = 2;
	if (c == ESC)
		remember(in, c);
}

/* The oldest report of the mouse, "[M" and three bytes of any kind: from a
 * terminal in which another program has left the mouse on. */
static bool is_old_mouse(const struct input *in)
{
	return in->length >= 3 && in->sequence[1] == '[' && in->sequence[2] == 'M';
}

static void feed_old_mouse(struct input *in, unsigned char c)
{
	remember(in, c);
	if (in->length == 6)
		forget(in);
}

static void feed_escape(struct input *in, unsigned char c)
{
	if (in->string) {
		feed_string(in, c);
	} else if (is_old_mouse(in) && c != ESC) {
		feed_old_mouse(in, c);
	} else if (in->length == 1 && c == ESC) {
		put(in, KEY_ESCAPE, 0);
	} else if (in->length == 1 && (c == '[' || c == 'O')) {
		remember(in, c);
	} else if (in->length == 1 && memchr("]P_^X", c, 5)) {
		remember(in, c);
		in->string = true;
	} else if (in->length == 1) {
		forget(in);
		put(in, KEY_ALT | plain(c), 0);
	} else if (c == ESC) {
		forget(in);
		remember(in, c);
	} else {
		bool goes_on = in->length == 2 && in->sequence[1] == '[' &&
			(c == '[' || c == 'M');

		remember(in, c);
		if (in->sequence[1] == 'O' || (c >= 0x40 && c <= 0x7e && !goes_on) ||
			c < 0x20 || c > 0x7e)
			finish_sequence(in);
	}
}

static int utf8_length(unsigned char c)
{
	if (c >= 0xc2 && c <= 0xdf)
		return 2;
	if (c >= 0xe0 && c <= 0xef)
		return 3;
	return c >= 0xf0 && c <= 0xf4 ? 4 : 0;
}

static uint32_t utf8_decode(const unsigned char *s, int n)
{
	uint32_t code = n == 2 ? s[0] & 0x1f : n == 3 ? s[0] & 0x0f : s[0] & 0x07;

	for (int i = 1; i < n; i++)
		code = code << 6 | (s[i] & 0x3f);
	if ((n == 3 && (code < 0x800 || (code >= 0xd800 && code < 0xe000))) ||
		(n == 4 && (code < 0x10000 || code > 0x10ffff)))
		return KEY_UNKNOWN;
	return code;
}

static void feed_one(struct input *in, unsigned char c);

static void feed_utf8(struct input *in, unsigned char c)
{
	int n = utf8_length(in->sequence[0]);

	if ((c & 0xc0) != 0x80) {
		forget(in);
		put(in, KEY_UNKNOWN, 0);
		feed_one(in, c);
		return;
	}
	remember(in, c);
	if (in->length == n) {
		uint32_t code = utf8_decode(in->sequence, n);

		forget(in);
		put(in, code, 0);
	}
}

static void feed_one(struct input *in, unsigned char c)
{
	if (in->length > 0 && in->sequence[0] == ESC)
		feed_escape(in, c);
	else if (in->length > 0)
		feed_utf8(in, c);
	else if (c == ESC || utf8_length(c))
		remember(in, c);
	else if (c >= 0x80)
		put(in, KEY_UNKNOWN, 0);
	else
		put(in, plain(c), 0);
}

size_t input_feed(struct input *in, const unsigned char *bytes, size_t length)
{
	size_t i = 0;

	/* One byte gives two keys at most. */
	while (i < length && in->count + 2 <= INPUT_QUEUE)
		feed_one(in, bytes[i++]);
	return i;
}

bool input_next(struct input *in, struct key *key)
{
	if (in->count == 0)
		return false;
	*key = in->queue[in->head];
	in->head = (in->head + 1) % INPUT_QUEUE;
	in->count--;
	return true;
}

int input_wait(const struct input *in)
{
	if (in->length == 0)
		return in->pasting ? 1000 : -1;
	return in->length == 1 && in->sequence[0] == ESC ? 25 : 200;
}

void input_timeout(struct input *in)
{
	bool alone = in->length == 1 && in->sequence[0] == ESC;
	bool broken = in->length > 0 && in->sequence[0] != ESC;

	if (in->length == 0)
		in->pasting = false;
	forget(in);
	if (alone)
		put(in, KEY_ESCAPE, 0);
	if (broken)
		put(in, KEY_UNKNOWN, 0);
}
