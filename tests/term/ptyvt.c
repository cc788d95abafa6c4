#include "ptyvt.h"

#include <ctype.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>
#include <vterm.h>

#include "modes.h"
#include "xalloc.h"

/* How often the barrier is sent again: keys still being decoded, a lone Escape
 * above all, may swallow it. */
enum {
	BARRIER_AGAIN = 500
};

struct ptyvt {
	int master;
	int slave; /* stays open: tcgetattr works after the program's end */
	pid_t child;
	bool ended;
	int status;
	struct termios before;
	int rows, columns;
	VTerm *vt;
	VTermScreen *screen;
	VTermPos cursor;
	bool cursor_visible;
	struct modes modes;
	struct strbuf input; /* typed, not yet taken by the terminal */
	struct strbuf title;
	int barrier; /* number of the last one sent */
};

/* The child's side. */

static void die(const char *what)
{
	fprintf(stderr, "ptyvt: %s: %s\n", what, strerror(errno));
	exit(99);
}

void pv_plain_environment(void)
{
	static const char *const unwanted[] = {"LINES", "COLUMNS", "NO_COLOR",
		"COLORTERM", "TERM_PROGRAM", "LANG", "LC_CTYPE", "LC_MESSAGES",
		"ESCDELAY"};

	for (size_t i = 0; i < sizeof(unwanted) / sizeof(unwanted[0]); i++)
		unsetenv(unwanted[i]);
	setenv("TERM", "xterm-256color", 1);
	setenv("LC_ALL", "C.UTF-8", 1);
	setenv("LANGUAGE", "en", 1);
	setenv("TZ", "UTC", 1);
	setenv("GCREFS_BARRIER", "1", 1);
	setenv("GCREFS_SET", "hints=off", 1);
	setenv("VISUAL", "true", 1);
	setenv("XDG_CONFIG_HOME", "/dev/null", 1);
	setenv("XDG_STATE_HOME", "/dev/null", 1);
}

static void set_size(const struct ptyvt *p)
{
	struct winsize size = {.ws_row = (unsigned short)p->rows,
		.ws_col = (unsigned short)p->columns};

	if (ioctl(p->master, TIOCSWINSZ, &size) != 0)
		die("TIOCSWINSZ");
}

static void open_terminal(struct ptyvt *p)
{
	p->master = posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC);
	if (p->master < 0 || grantpt(p->master) != 0 || unlockpt(p->master) != 0)
		die("no pseudo-terminal");
	p->slave = open(ptsname(p->master), O_RDWR | O_NOCTTY | O_CLOEXEC);
	if (p->slave < 0 || tcgetattr(p->slave, &p->before) != 0)
		die("no terminal");
	fcntl(p->master, F_SETFL, O_NONBLOCK);
	set_size(p);
}

static void become(const struct ptyvt *p, char *const argv[])
{
	sigset_t none;

	sigemptyset(&none);
	sigprocmask(SIG_SETMASK, &none, NULL);
	signal(SIGPIPE, SIG_DFL);
	setsid();
	ioctl(p->slave, TIOCSCTTY, 0);
	for (int fd = 0; fd < 3; fd++)
		dup2(p->slave, fd);
	execvp(argv[0], argv);
	fprintf(stderr, "%s: %s\n", argv[0], strerror(errno));
	_exit(127);
}

/* What libvterm tells us. */

static void queue_input(const char *bytes, size_t length, void *user)
{
	struct ptyvt *p = user;

	strbuf_add(&p->input, bytes, length);
}

static void take_title(struct ptyvt *p, const VTermValue *value)
{
#if VTERM_VERSION_MAJOR > 0 || VTERM_VERSION_MINOR >= 2
	if (value->string.initial)
		strbuf_clear(&p->title);
	strbuf_add(&p->title, value->string.str, value->string.len);
#else
	strbuf_clear(&p->title);
	strbuf_puts(&p->title, value->string);
#endif
}

static int take_property(VTermProp property, VTermValue *value, void *user)
{
	struct ptyvt *p = user;

	if (property == VTERM_PROP_TITLE)
		take_title(p, value);
	else if (property == VTERM_PROP_CURSORVISIBLE)
		p->cursor_visible = value->boolean;
	return 1;
}

static int take_cursor(VTermPos now, VTermPos before, int visible, void *user)
{
	struct ptyvt *p = user;

	(void)before;
	(void)visible;
	p->cursor = now;
	return 1;
}

static void make_emulator(struct ptyvt *p)
{
	static const VTermScreenCallbacks callbacks = {
		.movecursor = take_cursor, .settermprop = take_property};

	p->vt = vterm_new(p->rows, p->columns);
	vterm_set_utf8(p->vt, 1);
	vterm_output_set_callback(p->vt, queue_input, p);
	p->screen = vterm_obtain_screen(p->vt);
	vterm_screen_set_callbacks(p->screen, &callbacks, p);
	vterm_screen_enable_altscreen(p->screen, 1);
	vterm_screen_reset(p->screen, 1);
}

struct ptyvt *pv_start(char *const argv[], int rows, int columns)
{
	struct ptyvt *p = xcalloc(1, sizeof(*p));

	p->rows = rows;
	p->columns = columns;
	p->cursor_visible = true;
	p->input = (struct strbuf)STRBUF_INIT;
	p->title = (struct strbuf)STRBUF_INIT;
	open_terminal(p);
	make_emulator(p);
	fflush(NULL);
	p->child = fork();
	if (p->child < 0)
		die("fork");
	if (p->child == 0)
		become(p, argv);
	return p;
}

static void kill_session(struct ptyvt *p)
{
	kill(-p->child, SIGKILL);
	kill(p->child, SIGKILL);
	kill(p->child, SIGCONT);
	waitpid(p->child, &p->status, 0);
}

void pv_free(struct ptyvt *p)
{
	if (!p->ended)
		kill_session(p);
	close(p->master);
	close(p->slave);
	vterm_free(p->vt);
	strbuf_free(&p->input);
	strbuf_free(&p->title);
	free(p);
}

/* Reading and writing. */

static long now(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return t.tv_sec * 1000L + t.tv_nsec / 1000000L;
}

static void read_output(struct ptyvt *p)
{
	char bytes[4096];
	ssize_t n = read(p->master, bytes, sizeof(bytes));

	if (n <= 0)
		return;
	modes_read(&p->modes, bytes, (size_t)n);
	vterm_input_write(p->vt, bytes, (size_t)n);
}

static void write_input(struct ptyvt *p)
{
	ssize_t n = write(p->master, p->input.text, p->input.length);

	if (n <= 0)
		return;
	struct strbuf rest = STRBUF_INIT;
	strbuf_add(&rest, p->input.text + n, p->input.length - (size_t)n);
	strbuf_free(&p->input);
	p->input = rest;
}

/* Moves what can be moved within the time; false when nothing could. */
static bool move_bytes(struct ptyvt *p, int milliseconds)
{
	struct pollfd fd = {.fd = p->master, .events = POLLIN};

	if (p->input.length > 0)
		fd.events |= POLLOUT;
	if (poll(&fd, 1, milliseconds) <= 0)
		return false;
	if (fd.revents & POLLIN)
		read_output(p);
	if (fd.revents & POLLOUT)
		write_input(p);
	return true;
}

/* After the program's end nobody takes input, and output only drains. */
static void drain(struct ptyvt *p)
{
	strbuf_clear(&p->input);
	while (move_bytes(p, 0))
		strbuf_clear(&p->input);
}

bool pv_alive(struct ptyvt *p)
{
	if (!p->ended && waitpid(p->child, &p->status, WNOHANG) == p->child) {
		p->ended = true;
		drain(p);
	}
	return !p->ended;
}

pid_t pv_process(const struct ptyvt *p)
{
	return p->child;
}

/* Goes on until DONE(p, argument) or the end of the program or of the time. */
static bool wait_until(struct ptyvt *p, bool (*done)(struct ptyvt *, const void *),
	const void *argument, int milliseconds)
{
	long end = now() + milliseconds;

	for (;;) {
		bool alive = pv_alive(p);
		if (done(p, argument))
			return true;
		if (!alive || now() >= end)
			return false;
		move_bytes(p, 10);
	}
}

static bool never(struct ptyvt *p, const void *argument)
{
	(void)p;
	(void)argument;
	return false;
}

void pv_pump(struct ptyvt *p, int milliseconds)
{
	wait_until(p, never, NULL, milliseconds);
}

static bool text_is_there(struct ptyvt *p, const void *text)
{
	return pv_has_text(p, text);
}

bool pv_wait_text(struct ptyvt *p, const char *text)
{
	return wait_until(p, text_is_there, text, PV_PATIENCE);
}

static bool has_ended(struct ptyvt *p, const void *argument)
{
	(void)argument;
	return p->ended;
}

bool pv_wait_exit(struct ptyvt *p, int *status)
{
	bool ended = wait_until(p, has_ended, NULL, PV_PATIENCE);

	*status = p->status;
	return ended;
}

static bool is_fullscreen(struct ptyvt *p, const void *argument)
{
	(void)argument;
	return p->ended || modes_private(&p->modes, 1049);
}

bool pv_wait_fullscreen(struct ptyvt *p)
{
	return wait_until(p, is_fullscreen, NULL, PV_PATIENCE);
}

static bool title_is(struct ptyvt *p, const void *title)
{
	return strcmp(p->title.text, title) == 0;
}

bool pv_settle(struct ptyvt *p)
{
	char request[40], title[40];
	long end = now() + PV_PATIENCE;

	p->barrier++;
	snprintf(request, sizeof(request), "\033[?9901;%dn", p->barrier);
	snprintf(title, sizeof(title), "barrier %d", p->barrier);
	while (pv_alive(p) && now() < end) {
		strbuf_puts(&p->input, request);
		if (wait_until(p, title_is, title, BARRIER_AGAIN))
			return true;
	}
	return false;
}

static bool is_typed(struct ptyvt *p, const void *argument)
{
	(void)argument;
	return p->input.length == 0;
}

static void flush_input(struct ptyvt *p)
{
	wait_until(p, is_typed, NULL, PV_PATIENCE);
}

void pv_send(struct ptyvt *p, const char *bytes, size_t length)
{
	strbuf_add(&p->input, bytes, length);
	flush_input(p);
}

/* Keys. */

static const struct {
	const char *name;
	VTermKey key;
	VTermModifier modifier;
} named_keys[] = {
	{"Up", VTERM_KEY_UP, VTERM_MOD_NONE},
	{"Down", VTERM_KEY_DOWN, VTERM_MOD_NONE},
	{"Left", VTERM_KEY_LEFT, VTERM_MOD_NONE},
	{"Right", VTERM_KEY_RIGHT, VTERM_MOD_NONE},
	{"Home", VTERM_KEY_HOME, VTERM_MOD_NONE},
	{"End", VTERM_KEY_END, VTERM_MOD_NONE},
	{"PageUp", VTERM_KEY_PAGEUP, VTERM_MOD_NONE},
	{"PageDown", VTERM_KEY_PAGEDOWN, VTERM_MOD_NONE},
	{"Insert", VTERM_KEY_INS, VTERM_MOD_NONE},
	{"Delete", VTERM_KEY_DEL, VTERM_MOD_NONE},
	{"Tab", VTERM_KEY_TAB, VTERM_MOD_NONE},
	{"BackTab", VTERM_KEY_TAB, VTERM_MOD_SHIFT},
	{"Enter", VTERM_KEY_ENTER, VTERM_MOD_NONE},
	{"Escape", VTERM_KEY_ESCAPE, VTERM_MOD_NONE},
	{"Backspace", VTERM_KEY_BACKSPACE, VTERM_MOD_NONE},
};

static bool press_named(struct ptyvt *p, const char *name, VTermModifier modifier)
{
	for (size_t i = 0; i < sizeof(named_keys) / sizeof(named_keys[0]); i++) {
		if (strcmp(named_keys[i].name, name) != 0)
			continue;
		vterm_keyboard_key(
			p->vt, named_keys[i].key, named_keys[i].modifier | modifier);
		return true;
	}
	int number = name[0] == 'F' ? atoi(name + 1) : 0;
	if (number < 1 || number > 12)
		return false;
	vterm_keyboard_key(p->vt, (VTermKey)VTERM_KEY_FUNCTION(number), modifier);
	return true;
}

/* The code point, if TEXT is one character of UTF-8; else 0. */
static uint32_t single_character(const char *text)
{
	unsigned char first = (unsigned char)text[0];
	size_t length = first < 0x80 ? 1 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
	uint32_t c = length == 1 ? first : first & (0x7fu >> length);

	if (strlen(text) != length)
		return 0;
	for (size_t i = 1; i < length; i++)
		c = c << 6 | ((unsigned char)text[i] & 0x3f);
	return c;
}

bool pv_key(struct ptyvt *p, const char *name)
{
	VTermModifier modifier = VTERM_MOD_NONE;

	while ((name[0] == 'C' || name[0] == 'M') && name[1] == '-' && name[2]) {
		modifier |= name[0] == 'C' ? VTERM_MOD_CTRL : VTERM_MOD_ALT;
		name += 2;
	}
	uint32_t c = strcmp(name, "Space") == 0 ? ' ' : single_character(name);
	if (c != 0)
		vterm_keyboard_unichar(p->vt, c, modifier);
	else if (!press_named(p, name, modifier))
		return false;
	flush_input(p);
	return true;
}

void pv_click(struct ptyvt *p, int row, int column, int button)
{
	vterm_mouse_move(p->vt, row, column, VTERM_MOD_NONE);
	vterm_mouse_button(p->vt, button, true, VTERM_MOD_NONE);
	if (button < 4)
		vterm_mouse_button(p->vt, button, false, VTERM_MOD_NONE);
	flush_input(p);
}

void pv_paste(struct ptyvt *p, const char *text)
{
	vterm_keyboard_start_paste(p->vt);
	strbuf_puts(&p->input, text);
	vterm_keyboard_end_paste(p->vt);
	flush_input(p);
}

void pv_resize(struct ptyvt *p, int rows, int columns)
{
	p->rows = rows;
	p->columns = columns;
	/* First the emulator: what the program writes next is for the new size. */
	vterm_set_size(p->vt, rows, columns);
	set_size(p);
}

void pv_signal(struct ptyvt *p, int number)
{
	if (pv_alive(p))
		kill(p->child, number);
}

/* Looking at the screen. */

static VTermScreenCell cell_at(const struct ptyvt *p, int row, int column)
{
	VTermScreenCell cell;

	memset(&cell, 0, sizeof(cell));
	vterm_screen_get_cell(p->screen, (VTermPos){.row = row, .col = column}, &cell);
	return cell;
}

static bool second_half(const VTermScreenCell *cell)
{
	return cell->chars[0] == (uint32_t)-1;
}

static void put_cell(const VTermScreenCell *cell, struct strbuf *out)
{
	if (second_half(cell))
		return;
	if (cell->chars[0] == 0)
		strbuf_putc(out, ' ');
	for (int i = 0; i < VTERM_MAX_CHARS_PER_CELL && cell->chars[i]; i++)
		strbuf_put_utf8(out, cell->chars[i]);
}

static void put_row(const struct ptyvt *p, int row, struct strbuf *out)
{
	struct strbuf line = STRBUF_INIT;

	for (int column = 0; column < p->columns; column++) {
		VTermScreenCell cell = cell_at(p, row, column);
		put_cell(&cell, &line);
	}
	size_t length = line.length;
	while (length > 0 && line.text[length - 1] == ' ')
		length--;
	strbuf_add(out, line.text, length);
	strbuf_free(&line);
}

void pv_text(const struct ptyvt *p, struct strbuf *out)
{
	for (int row = 0; row < p->rows; row++) {
		put_row(p, row, out);
		strbuf_putc(out, '\n');
	}
}

bool pv_has_text(const struct ptyvt *p, const char *text)
{
	struct strbuf all = STRBUF_INIT;

	pv_text(p, &all);
	bool found = strstr(all.text, text) != NULL;
	strbuf_free(&all);
	return found;
}

static void put_color(const char *name, const VTermColor *color, struct strbuf *out)
{
	if (VTERM_COLOR_IS_DEFAULT_FG(color) || VTERM_COLOR_IS_DEFAULT_BG(color))
		return;
	if (VTERM_COLOR_IS_INDEXED(color))
		strbuf_printf(out, " %s=%d", name, color->indexed.idx);
	else
		strbuf_printf(out, " %s=#%02x%02x%02x", name, color->rgb.red,
			color->rgb.green, color->rgb.blue);
}

static void put_style(const VTermScreenCell *cell, struct strbuf *out)
{
	if (cell->attrs.bold)
		strbuf_puts(out, " bold");
	if (cell->attrs.italic)
		strbuf_puts(out, " italic");
	if (cell->attrs.underline)
		strbuf_puts(out, " underline");
	if (cell->attrs.blink)
		strbuf_puts(out, " blink");
	if (cell->attrs.reverse)
		strbuf_puts(out, " reverse");
	if (cell->attrs.strike)
		strbuf_puts(out, " strike");
	put_color("fg", &cell->fg, out);
	put_color("bg", &cell->bg, out);
}

static void put_row_styles(const struct ptyvt *p, int row, struct strbuf *out)
{
	struct strbuf run = STRBUF_INIT, style = STRBUF_INIT;
	int from = 0;

	for (int column = 0; column <= p->columns; column++) {
		VTermScreenCell cell = cell_at(p, row, column);

		strbuf_clear(&style);
		if (column < p->columns)
			put_style(&cell, &style);
		if (column < p->columns && strcmp(style.text, run.text) == 0)
			continue;
		if (run.length > 0)
			strbuf_printf(out, "%d %d-%d%s\n", row + 1, from + 1, column,
				run.text);
		from = column;
		strbuf_clear(&run);
		strbuf_puts(&run, style.text);
	}
	strbuf_free(&run);
	strbuf_free(&style);
}

void pv_styles(const struct ptyvt *p, struct strbuf *out)
{
	for (int row = 0; row < p->rows; row++)
		put_row_styles(p, row, out);
}

void pv_cursor(const struct ptyvt *p, struct strbuf *out)
{
	strbuf_printf(out, "%dx%d, ", p->columns, p->rows);
	if (p->cursor_visible)
		strbuf_printf(
			out, "cursor at %d,%d\n", p->cursor.row + 1, p->cursor.col + 1);
	else
		strbuf_puts(out, "no cursor\n");
}

bool pv_ascii(const struct ptyvt *p)
{
	for (int row = 0; row < p->rows; row++)
		for (int column = 0; column < p->columns; column++)
			if (cell_at(p, row, column).chars[0] > 0x7e)
				return false;
	return true;
}

size_t pv_bytes(const struct ptyvt *p)
{
	return p->modes.bytes;
}

static bool same_line_discipline(const struct ptyvt *p)
{
	struct termios after;

	return tcgetattr(p->slave, &after) == 0 && after.c_iflag == p->before.c_iflag &&
		after.c_oflag == p->before.c_oflag &&
		after.c_cflag == p->before.c_cflag &&
		after.c_lflag == p->before.c_lflag &&
		memcmp(after.c_cc, p->before.c_cc, sizeof(after.c_cc)) == 0;
}

bool pv_restored(struct ptyvt *p, struct strbuf *why)
{
	pv_alive(p);
	bool fine = modes_restored(&p->modes, why);

	if (same_line_discipline(p))
		return fine;
	strbuf_printf(why, "%sthe terminal's line settings (stty) are changed",
		why->length ? "; " : "");
	return false;
}
