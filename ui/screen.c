#include "screen.h"

#include <curses.h>
#include <fcntl.h>
#include <langinfo.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "base64.h"
#include "cast.h"
#include "i18n.h"
#include "strbuf.h"
#include "style.h"
#include "tty.h"
#include "xalloc.h"

struct screen {
	SCREEN *curses;
	FILE *in, *out;
	int keys; /* descriptor keys are read from */
	bool own_keys;
	int terminal; /* descriptor of the terminal for output */
	int memory;   /* where a frame is caught; -1: not */
	int signals;
	int dying;                 /* the signal that asks to end; 0: none */
	bool direct;               /* the next frame goes out uncaught */
	bool synchronized;         /* the terminal may know mode 2026 */
	bool cursor, cursor_shown; /* is to be seen, is seen */
	bool mouse;
	enum theme theme;
	int pairs[STYLE_COUNT]; /* curses' colour pair for each role; 0: none */
	int columns, rows;
	struct cast *cast; /* NULL: nothing is recorded */
	struct input input;
	cchar_t *row;
};

static bool terminal_is(const char *prefix)
{
	const char *term = getenv("TERM");

	return term && strncmp(term, prefix, strlen(prefix)) == 0;
}

enum glyph_set screen_glyphs(void)
{
	if (strcmp(nl_langinfo(CODESET), "UTF-8") != 0)
		return GLYPHS_ASCII;
	return terminal_is("linux") ? GLYPHS_CONSOLE : GLYPHS_UNICODE;
}

int screen_colors(const struct screen *s)
{
	(void)s;
	return has_colors() ? COLORS : 0;
}

void screen_size(const struct screen *s, int *columns, int *rows)
{
	*columns = s->columns;
	*rows = s->rows;
}

static void find_size(struct screen *s)
{
	int columns = 80, rows = 24;

	if (!tty_size(s->terminal, &columns, &rows)) {
		columns = COLS > 0 ? COLS : columns;
		rows = LINES > 0 ? LINES : rows;
	}
	if (columns == s->columns && rows == s->rows)
		return;
	s->columns = columns;
	s->rows = rows;
	s->row = xreallocarray(s->row, (size_t)columns + 1, sizeof(*s->row));
	resizeterm(rows, columns);
	if (s->cast)
		cast_size(s->cast, columns, rows);
}

/* Pasted text comes between marks, so that it is not taken for commands. */
static const char paste_on[] = "\033[?2004h";

static void set_modes(struct screen *s)
{
	raw();
	noecho();
	nonl();
	intrflush(NULL, FALSE);
	keypad(stdscr, TRUE);
	leaveok(stdscr, FALSE);
	scrollok(stdscr, FALSE);
	typeahead(-1);
	curs_set(0);
	tty_write(s->terminal, paste_on, sizeof(paste_on) - 1);
	if (has_colors()) {
		start_color();
		use_default_colors();
	}
}

/* Opens curses on descriptors of its own. */
static const char *open_curses(struct screen *s)
{
	s->out = fdopen(dup(STDOUT_FILENO), "w");
	s->in = fdopen(dup(s->keys), "r");
	s->terminal = dup(STDOUT_FILENO);
	if (!s->out || !s->in || s->terminal < 0)
		return N_("the system refuses a descriptor");
	unsetenv("LINES");
	unsetenv("COLUMNS");
	s->curses = newterm(NULL, s->out, s->in);
	if (!s->curses)
		return N_("the terminal's type (TERM) is not known");
	return NULL;
}

struct screen *screen_open(const char **why)
{
	struct screen *s = xcalloc(1, sizeof(*s));

	s->terminal = s->memory = s->signals = -1;
	s->keys = tty_keys(&s->own_keys);
	*why = s->keys < 0 ? N_("there is no terminal to read keys from") : NULL;
	if (!*why && (s->signals = tty_guard(s->keys, STDOUT_FILENO)) < 0)
		*why = N_("the terminal does not answer");
	if (!*why)
		*why = open_curses(s);
	if (*why) {
		screen_close(s);
		return NULL;
	}
	s->memory = memfd_create("gcrefs frame", MFD_CLOEXEC);
	s->synchronized = !terminal_is("linux") && !terminal_is("vt");
	set_modes(s);
	find_size(s);
	input_init(&s->input);
	screen_theme(s, THEME_MONO);
	s->direct = true;
	return s;
}

void screen_close(struct screen *s)
{
	screen_record(s, NULL);
	if (s->curses) {
		tty_leave();
		curs_set(1);
		endwin();
		delscreen(s->curses);
	}
	tty_restore();
	tty_unguard();
	if (s->in)
		fclose(s->in);
	if (s->out)
		fclose(s->out);
	if (s->own_keys && s->keys >= 0)
		close(s->keys);
	if (s->terminal >= 0)
		close(s->terminal);
	if (s->memory >= 0)
		close(s->memory);
	if (s->signals >= 0)
		close(s->signals);
	free(s->row);
	free(s);
}

void screen_theme(struct screen *s, enum theme theme)
{
	s->theme = theme;
	for (unsigned role = 0; role < STYLE_COUNT; role++) {
		struct theme_look look = theme_look(theme, role);

		s->pairs[role] = 0;
		if (has_colors() && (look.fg >= 0 || look.bg >= 0))
			s->pairs[role] = alloc_pair(look.fg, look.bg);
		if (s->pairs[role] < 0)
			s->pairs[role] = 0;
	}
}

static attr_t attributes(const struct screen *s, unsigned style)
{
	unsigned look = theme_look(s->theme, style).attributes;

	return (look & THEME_BOLD ? A_BOLD : 0) |
		(look & THEME_UNDERLINE ? A_UNDERLINE : 0) |
		(look & THEME_REVERSE ? A_REVERSE : 0);
}

static void set_cell(struct screen *s, cchar_t *out, const struct canvas_cell *cell)
{
	wchar_t text[WTEXT_CODES + 1] = {0};
	int pair = s->pairs[(cell->style & STYLE_ROLE) % STYLE_COUNT];

	for (int i = 0; i < WTEXT_CODES; i++)
		text[i] = (wchar_t)cell->code[i];
	if (!text[0])
		text[0] = L' ';
	setcchar(out, text, attributes(s, cell->style), 0, &pair);
}

static void put_row(struct screen *s, const struct canvas *c, int y)
{
	int n = 0;

	for (int x = 0; x < c->columns; x++) {
		const struct canvas_cell *cell = canvas_at(c, x, y);

		if (cell->width > 0)
			set_cell(s, &s->row[n++], cell);
	}
	mvadd_wchnstr(y, 0, s->row, n);
}

/* Sends what curses has written since the last frame. */
static void send_frame(struct screen *s)
{
	static const char begin[] = "\033[?2026h", end[] = "\033[?2026l";
	off_t length = lseek(s->memory, 0, SEEK_CUR);
	size_t head = s->synchronized ? sizeof(begin) - 1 : 0;
	size_t tail = s->synchronized ? sizeof(end) - 1 : 0;
	char *bytes;

	if (length <= 0)
		return;
	bytes = xmalloc(head + (size_t)length + tail);
	memcpy(bytes, begin, head);
	if (pread(s->memory, bytes + head, (size_t)length, 0) == length) {
		memcpy(bytes + head + length, end, tail);
		tty_write(s->terminal, bytes, head + (size_t)length + tail);
		if (s->cast)
			cast_output(s->cast, bytes + head, (size_t)length);
	}
	free(bytes);
	if (ftruncate(s->memory, 0) == 0)
		lseek(s->memory, 0, SEEK_SET);
}

static void write_frame(struct screen *s)
{
	doupdate();
	if (s->cursor != s->cursor_shown)
		curs_set(s->cursor);
	s->cursor_shown = s->cursor;
	fflush(s->out);
}

static void update(struct screen *s)
{
	int fd = fileno(s->out);

	if (s->memory < 0 || s->direct) {
		write_frame(s);
		s->direct = false;
		return;
	}
	dup2(s->memory, fd);
	write_frame(s);
	dup2(s->terminal, fd);
	send_frame(s);
}

void screen_draw(struct screen *s, const struct canvas *c, int x, int y, bool visible)
{
	s->cursor = visible;
	for (int row = 0; row < c->rows; row++)
		put_row(s, c, row);
	wmove(stdscr, y, x);
	wnoutrefresh(stdscr);
	update(s);
}

void screen_repaint(struct screen *s)
{
	(void)s;
	clearok(curscr, TRUE);
}

static enum screen_event handle_signal(struct screen *s, int number)
{
	switch (number) {
	case SIGWINCH:
		find_size(s);
		clearok(curscr, TRUE);
		return SCREEN_RESIZE;
	case SIGTSTP:
		screen_suspend(s);
		return SCREEN_CONTINUED;
	case SIGCONT:
		find_size(s);
		clearok(curscr, TRUE);
		return SCREEN_CONTINUED;
	default:
		s->dying = number;
		return SCREEN_HANGUP;
	}
}

/* Reads what there is; false at the end of input. */
static bool read_keys(struct screen *s)
{
	unsigned char bytes[INPUT_QUEUE / 2];
	ssize_t n = read(s->keys, bytes, sizeof(bytes));

	if (n > 0)
		input_feed(&s->input, bytes, (size_t)n);
	return n > 0;
}

/* How long to wait: until the caller's time or a key's rest is due. */
static int patience(const struct screen *s, int timeout)
{
	int rest = input_wait(&s->input);

	if (rest < 0)
		return timeout;
	return timeout < 0 || rest < timeout ? rest : timeout;
}

enum screen_event screen_wait(struct screen *s, int timeout, struct key *key)
{
	struct pollfd fds[2] = {{s->keys, POLLIN, 0}, {s->signals, POLLIN, 0}};
	int number, n;

	if (input_next(&s->input, key))
		return SCREEN_KEY;
	n = poll(fds, 2, patience(s, timeout));
	number = tty_signal(s->signals);
	if (number)
		return handle_signal(s, number);
	if (n == 0 && input_wait(&s->input) >= 0)
		input_timeout(&s->input);
	else if (n > 0 && fds[0].revents && !read_keys(s)) {
		s->dying = SIGHUP;
		return SCREEN_HANGUP;
	}
	return input_next(&s->input, key) ? SCREEN_KEY : SCREEN_NOTHING;
}

int screen_signal(const struct screen *s)
{
	return s->dying;
}

void screen_suspend(struct screen *s)
{
	screen_release(s);
	tty_stop();
	screen_retake(s);
}

void screen_release(struct screen *s)
{
	(void)s;
	tty_leave();
	curs_set(1);
	endwin();
	tty_restore();
}

void screen_retake(struct screen *s)
{
	reset_prog_mode();
	find_size(s);
	clearok(curscr, TRUE);
	s->direct = true;
	tty_write(s->terminal, paste_on, sizeof(paste_on) - 1);
	screen_mouse(s, s->mouse);
	curs_set(0);
	s->cursor_shown = false;
}

/* Buttons (1000), dragging (1002), in the form that has no limits (1006). */
void screen_mouse(struct screen *s, bool on)
{
	static const char mouse_on[] = "\033[?1000h\033[?1002h\033[?1006h";
	static const char mouse_off[] = "\033[?1006l\033[?1002l\033[?1000l";

	if (on)
		tty_write(s->terminal, mouse_on, sizeof(mouse_on) - 1);
	else if (s->mouse)
		tty_write(s->terminal, mouse_off, sizeof(mouse_off) - 1);
	s->mouse = on;
}

bool screen_is_recorded(const struct screen *s)
{
	return s->cast;
}

bool screen_record(struct screen *s, const char *file)
{
	bool fine = true;

	if (s->cast)
		fine = cast_end(s->cast);
	s->cast = NULL;
	if (!file)
		return fine;
	s->cast = cast_begin(file, s->columns, s->rows);
	screen_repaint(s);
	return s->cast;
}

enum {
	COPY_LIMIT = 56000 /* bytes: xterm takes 74,994 of base64 */
};

bool screen_copy(struct screen *s, const char *text)
{
	struct strbuf out = STRBUF_INIT;
	size_t length = strlen(text);

	if (length > COPY_LIMIT)
		return false;
	strbuf_puts(&out, "\033]52;c;");
	base64_add(&out, text, length);
	strbuf_puts(&out, "\a");
	tty_write(s->terminal, out.text, out.length);
	strbuf_free(&out);
	return true;
}

void screen_answer_barrier(struct screen *s, unsigned number)
{
	char text[32];
	int n = snprintf(text, sizeof(text), "\033]2;barrier %u\a", number);

	tty_write(s->terminal, text, (size_t)n);
}
