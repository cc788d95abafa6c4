/*
 * drive SCRIPT: plays a script against a program in a terminal (ptyvt.h) and
 * reports in TAP, one test for each command that checks something.  After a
 * command that fails the rest of the script is not played.  The exit status is
 * 0 when the script could be read.
 *
 * A line is a command with its words (words.h):
 *
 *	size COLUMNS ROWS	of the next terminal; 80 24 without it
 *	env NAME=VALUE		of the programs started from now on
 *	start WORD...		starts gcrefs ($GCREFS) and waits for its screen
 *	run PROGRAM WORD...	starts another program
 *	barrier off|on		off: the program does not answer the barrier
 *
 *	key NAME [TIMES]	presses a key (names in ptyvt.h); with the barrier on,
 *				waits for the frame of each, since what is drawn may
 *				depend on what was drawn before
 *	keys TEXT		presses each character, likewise
 *	send TEXT		sends the bytes of the text
 *	paste TEXT
 *	click COLUMN LINE [BUTTON]	from 1, as `styles` counts
 *	resize COLUMNS ROWS
 *	signal NAME		TERM, HUP, ...
 *	fuzz SEED TIMES [NOT]	random keys, bytes, pastes, clicks and sizes, but no
 *				letter of NOT; now and then, and at the end, the
 *				screen has to be as a repaint would make it.  At the
 *				end the size is as before.  A program that was made
 *				to end well by them (status 0) is started again.
 *				With THOROUGH in the environment: ten TIMES
 *	storm SEED TIMES	random sizes, quickly one after the other
 *
 *	wait TEXT		until the text stands on a line of the screen
 *	expect TEXT		it does so now
 *	absent TEXT		it does not
 *	ascii			all of the screen is ASCII
 *	plain			no cell has a colour
 *	save NAME		remembers the screen, colours and cursor included
 *	idle			for a second it neither writes nor wakes up
 *	cheap LIMIT KEYS	the median of what it writes for a key is LIMIT bytes
 *	same NAME		the screen is as it was then
 *	differs NAME		it is not
 *	golden NAME [styles]	the screen is as in tests/golden/screen/NAME.txt,
 *				with "styles" its colours too.  GOLDEN=write in
 *				the environment writes the file instead
 *	alive			the program runs
 *	exit STATUS		it ends by itself with this status, or by a signal
 *				of this name
 *	restored		the terminal is as it was before the program
 *
 * What looks at the screen first passes the barrier (`wait` does not).
 * Programs run in the folder $srcdir.
 */
#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "../prng.h"
#include "manners.h"
#include "ptyvt.h"
#include "words.h"
#include "xalloc.h"

enum {
	SAVED = 16,
	WORDS_LIMIT = 40
};

struct drive {
	struct ptyvt *terminal; /* NULL before the first program */
	int columns, rows;
	bool barrier;
	struct {
		char *name;
		char *screen;
	} saved[SAVED];
	char *program[WORDS_LIMIT + 1]; /* as it was started; NULL at the end */
	struct strbuf why;              /* of the command that fails */
};

struct command {
	const char *name;
	int least, most;  /* words after the name; most -1: any number */
	bool on_terminal; /* needs a program */
	bool looks;       /* needs a settled screen */
	bool checks;      /* is a test */
	bool (*play)(struct drive *d, char **word);
};

static bool wrong(struct drive *d, const char *what)
{
	strbuf_puts(&d->why, what);
	return false;
}

static void screen_of(const struct drive *d, struct strbuf *out, bool styles)
{
	pv_text(d->terminal, out);
	pv_cursor(d->terminal, out);
	if (styles)
		pv_styles(d->terminal, out);
}

/* Starting. */

static bool play_size(struct drive *d, char **word)
{
	d->columns = atoi(word[0]);
	d->rows = atoi(word[1]);
	return (d->columns > 0 && d->rows > 0) || wrong(d, "no such size");
}

static bool play_env(struct drive *d, char **word)
{
	char *equals = strchr(word[0], '=');

	if (!equals)
		return wrong(d, "NAME=VALUE");
	*equals = '\0';
	return setenv(word[0], equals + 1, 1) == 0;
}

static void forget_program(struct drive *d)
{
	for (int i = 0; d->program[i]; i++) {
		free(d->program[i]);
		d->program[i] = NULL;
	}
}

static void run_program(struct drive *d)
{
	if (d->terminal)
		pv_free(d->terminal);
	d->terminal = pv_start(d->program, d->rows, d->columns);
}

static bool play_run(struct drive *d, char **word)
{
	forget_program(d);
	for (int i = 0; word[i] && i < WORDS_LIMIT; i++)
		d->program[i] = xstrdup(word[i]);
	run_program(d);
	return true;
}

static bool play_start(struct drive *d, char **word)
{
	char *program = getenv("GCREFS");
	char *all[WORDS_LIMIT] = {program};

	if (!program)
		return wrong(d, "GCREFS is not set");
	for (int i = 0; word[i]; i++)
		all[i + 1] = word[i];
	play_run(d, all);
	return pv_wait_fullscreen(d->terminal) || wrong(d, "it shows no screen");
}

static bool play_barrier(struct drive *d, char **word)
{
	d->barrier = strcmp(word[0], "on") == 0;
	return d->barrier || strcmp(word[0], "off") == 0 || wrong(d, "on or off");
}

/* Typing. */

static void say_status(struct drive *d, int status)
{
	if (WIFSIGNALED(status))
		strbuf_printf(&d->why, "ended by signal %d", WTERMSIG(status));
	else
		strbuf_printf(&d->why, "ended with status %d", WEXITSTATUS(status));
}

/* A program that does not answer: how it is.  Always false. */
static bool tell_end(struct drive *d)
{
	int status;

	if (pv_alive(d->terminal))
		return wrong(d, "it runs, but does not answer");
	pv_wait_exit(d->terminal, &status);
	say_status(d, status);
	return false;
}

static bool press(struct drive *d, const char *key)
{
	if (!pv_key(d->terminal, key))
		return wrong(d, "no such key");
	/* A key may end the program. */
	if (d->barrier && !pv_settle(d->terminal) && pv_alive(d->terminal))
		return tell_end(d);
	return true;
}

static bool play_key(struct drive *d, char **word)
{
	int times = word[1] ? atoi(word[1]) : 1;

	for (int i = 0; i < times; i++)
		if (!press(d, word[0]))
			return false;
	return true;
}

static bool play_keys(struct drive *d, char **word)
{
	for (const char *at = word[0]; *at;) {
		char character[5] = "";
		int length = 0;

		do
			character[length++] = *at++;
		while (length < 4 && (*at & 0xc0) == 0x80);
		if (!press(d, character))
			return false;
	}
	return true;
}

static bool play_send(struct drive *d, char **word)
{
	pv_send(d->terminal, word[0], strlen(word[0]));
	return true;
}

static bool play_paste(struct drive *d, char **word)
{
	pv_paste(d->terminal, word[0]);
	return true;
}

static bool play_click(struct drive *d, char **word)
{
	pv_click(d->terminal, atoi(word[1]) - 1, atoi(word[0]) - 1,
		word[2] ? atoi(word[2]) : 1);
	return true;
}

static bool play_resize(struct drive *d, char **word)
{
	if (!play_size(d, word))
		return false;
	pv_resize(d->terminal, d->rows, d->columns);
	return true;
}

static const struct {
	const char *name;
	int number;
} signals[] = {
	{"ABRT", SIGABRT},
	{"BUS", SIGBUS},
	{"CONT", SIGCONT},
	{"FPE", SIGFPE},
	{"HUP", SIGHUP},
	{"ILL", SIGILL},
	{"INT", SIGINT},
	{"KILL", SIGKILL},
	{"PIPE", SIGPIPE},
	{"QUIT", SIGQUIT},
	{"SEGV", SIGSEGV},
	{"TERM", SIGTERM},
	{"ALRM", SIGALRM},
	{"IO", SIGIO},
	{"PROF", SIGPROF},
	{"PWR", SIGPWR},
	{"SYS", SIGSYS},
	{"TRAP", SIGTRAP},
	{"TSTP", SIGTSTP},
	{"USR1", SIGUSR1},
	{"USR2", SIGUSR2},
	{"VTALRM", SIGVTALRM},
	{"XCPU", SIGXCPU},
	{"XFSZ", SIGXFSZ},
	{"WINCH", SIGWINCH},
};

/* 0 if there is no such signal. */
static int signal_number(const char *name)
{
	for (size_t i = 0; i < sizeof(signals) / sizeof(signals[0]); i++)
		if (strcmp(signals[i].name, name) == 0)
			return signals[i].number;
	return 0;
}

static bool play_signal(struct drive *d, char **word)
{
	int number = signal_number(word[0]);

	if (number == 0)
		return wrong(d, "no such signal");
	pv_signal(d->terminal, number);
	return true;
}

/* At random. */

static void random_size(struct drive *d, struct prng *r)
{
	pv_resize(d->terminal, prng_range(r, 1, 60), prng_range(r, 1, 200));
}

static void random_letter(struct drive *d, struct prng *r, const char * not )
{
	char letter[2] = {(char)prng_range(r, ' ', '~'), '\0'};

	if (!strchr(not, letter[0]))
		pv_key(d->terminal, letter);
}

static void random_named_key(struct drive *d, struct prng *r)
{
	static const char *const names[] = {"Up", "Down", "Left", "Right", "Home",
		"End", "PageUp", "PageDown", "Insert", "Delete", "Tab", "BackTab",
		"Enter", "Backspace", "F1", "F5", "C-l", "M-x", "\xc3\xa9",
		"\xe4\xb8\x96"};

	pv_key(d->terminal, names[prng_below(r, sizeof(names) / sizeof(names[0]))]);
}

/* What a terminal never sends, or a slow line cuts in two. */
static void random_bytes(struct drive *d, struct prng *r)
{
	static const char *const pieces[] = {"\033", "\033[", "\033[5;", "\033[99~",
		"\033[?1;2c", "\033[12;40R", "\033O", "\xff", "\xe4\xb8", "\xc3(",
		"\033[I", "\033[200~abc", "\033[201~", "\033]11;rgb:0/0/0\a",
		"\033P1$r\033\\", "\033[<0;999;999M", "\033[<64;1;1M", "\033[M !!",
		"\001\002\177"};
	const char *piece = pieces[prng_below(r, sizeof(pieces) / sizeof(pieces[0]))];

	pv_send(d->terminal, piece, strlen(piece));
}

static void random_input(struct drive *d, struct prng *r, const char * not )
{
	uint32_t dice = prng_below(r, 100);

	if (dice < 70)
		random_letter(d, r, not );
	else if (dice < 88)
		random_named_key(d, r);
	else if (dice < 94)
		random_bytes(d, r);
	else if (dice < 95)
		pv_paste(d->terminal, prng_chance(r, 2) ? "n\nq\033[A" : "世 = a\t");
	else if (dice < 98)
		pv_click(d->terminal, prng_range(r, 0, 60), prng_range(r, 0, 200),
			prng_range(r, 1, 5));
	else
		random_size(d, r);
}

/* Bytes left unfinished may swallow what comes next; these end all of them. */
static void end_sequences(struct drive *d)
{
	static const char end[] = "\033[201~\033\\\033[I";

	pv_send(d->terminal, end, sizeof(end) - 1);
}

/* After an end that was asked for. */
static bool start_again(struct drive *d)
{
	int status;

	if (pv_alive(d->terminal) || !pv_wait_exit(d->terminal, &status) || status != 0)
		return false;
	run_program(d);
	return pv_wait_fullscreen(d->terminal);
}

static bool play_fuzz(struct drive *d, char **word)
{
	struct prng r = prng_seed(strtoull(word[0], NULL, 10));
	int times = atoi(word[1]) * (getenv("THOROUGH") ? 10 : 1);
	bool same = true;

	for (int i = 1; i <= times && same; i++) {
		random_input(d, &r, word[2] ? word[2] : "");
		if (i % 100 != 0 && i != times)
			continue;
		end_sequences(d);
		if (d->barrier && !pv_settle(d->terminal) && !start_again(d)) {
			strbuf_printf(&d->why, "after %d of them: ", i);
			return tell_end(d);
		}
		if (d->barrier && (i % 500 == 0 || i == times))
			same = manners_repaints(d->terminal, &d->why);
	}
	pv_resize(d->terminal, d->rows, d->columns);
	return same;
}

static bool play_storm(struct drive *d, char **word)
{
	struct prng r = prng_seed(strtoull(word[0], NULL, 10));

	for (int i = atoi(word[1]); i > 0; i--) {
		random_size(d, &r);
		if (prng_chance(&r, 30))
			pv_pump(d->terminal, 1);
	}
	pv_resize(d->terminal, d->rows, d->columns);
	return true;
}

/* Looking. */

static bool play_wait(struct drive *d, char **word)
{
	return pv_wait_text(d->terminal, word[0]) || wrong(d, "it does not come");
}

static bool play_expect(struct drive *d, char **word)
{
	return pv_has_text(d->terminal, word[0]) || wrong(d, "it is not there");
}

static bool play_absent(struct drive *d, char **word)
{
	return !pv_has_text(d->terminal, word[0]) || wrong(d, "it is there");
}

static bool play_idle(struct drive *d, char **word)
{
	(void)word;
	return manners_idle(d->terminal, &d->why);
}

static bool play_cheap(struct drive *d, char **word)
{
	return manners_cheap(
		d->terminal, word[1], (size_t)strtoul(word[0], NULL, 10), &d->why);
}

static bool play_ascii(struct drive *d, char **word)
{
	(void)word;
	return pv_ascii(d->terminal) || wrong(d, "there are other characters");
}

static bool play_plain(struct drive *d, char **word)
{
	struct strbuf styles = STRBUF_INIT;

	(void)word;
	pv_styles(d->terminal, &styles);
	bool plain = !strstr(styles.text, " fg=") && !strstr(styles.text, " bg=");
	if (!plain)
		strbuf_add(&d->why, styles.text, styles.length);
	strbuf_free(&styles);
	return plain;
}

/* The place of a saved screen, or a free one; NULL if there is none. */
static char **saved_screen(struct drive *d, const char *name)
{
	for (int i = 0; i < SAVED; i++) {
		if (!d->saved[i].name)
			d->saved[i].name = xstrdup(name);
		if (strcmp(d->saved[i].name, name) == 0)
			return &d->saved[i].screen;
	}
	return NULL;
}

static bool play_save(struct drive *d, char **word)
{
	char **place = saved_screen(d, word[0]);
	struct strbuf now = STRBUF_INIT;

	if (!place)
		return wrong(d, "too many saved screens");
	screen_of(d, &now, true);
	free(*place);
	*place = strbuf_take(&now);
	return true;
}

/* Appends the lines that differ; as long as the texts have lines. */
static void difference(struct strbuf *why, const char *want, const char *got)
{
	for (int line = 1; *want || *got; line++) {
		int w = (int)strcspn(want, "\n"), g = (int)strcspn(got, "\n");

		if (w != g || strncmp(want, got, (size_t)w) != 0)
			strbuf_printf(why, "line %d\n- %.*s\n+ %.*s\n", line, w, want,
				g, got);
		want += w + (want[w] != '\0');
		got += g + (got[g] != '\0');
	}
}

static bool as_saved(struct drive *d, const char *name, bool *same)
{
	char **place = saved_screen(d, name);
	struct strbuf now = STRBUF_INIT;

	if (!place || !*place)
		return wrong(d, "no such screen was saved");
	screen_of(d, &now, true);
	*same = strcmp(*place, now.text) == 0;
	if (!*same)
		difference(&d->why, *place, now.text);
	strbuf_free(&now);
	return true;
}

static bool play_same(struct drive *d, char **word)
{
	bool same;

	return as_saved(d, word[0], &same) && same;
}

static bool play_differs(struct drive *d, char **word)
{
	bool same;

	return as_saved(d, word[0], &same) && (!same || wrong(d, "it is the same"));
}

static char *read_file(const char *name)
{
	struct strbuf text = STRBUF_INIT;
	FILE *file = fopen(name, "r");
	int c;

	if (!file)
		return NULL;
	while ((c = getc(file)) != EOF)
		strbuf_putc(&text, (char)c);
	fclose(file);
	return strbuf_take(&text);
}

static bool write_golden(struct drive *d, const char *name, const struct strbuf *text)
{
	FILE *file = fopen(name, "w");

	if (!file) {
		strbuf_printf(&d->why, "%s: %s", name, strerror(errno));
		return false;
	}
	fwrite(text->text, 1, text->length, file);
	return fclose(file) == 0;
}

static bool compare_golden(struct drive *d, const char *name, const struct strbuf *text)
{
	char *want = read_file(name);

	if (!want) {
		strbuf_printf(&d->why, "%s: %s; GOLDEN=write makes it", name,
			strerror(errno));
		return false;
	}
	bool same = strcmp(want, text->text) == 0;
	if (!same)
		difference(&d->why, want, text->text);
	free(want);
	return same;
}

static bool play_golden(struct drive *d, char **word)
{
	const char *mode = getenv("GOLDEN");
	struct strbuf name = STRBUF_INIT, text = STRBUF_INIT;

	strbuf_printf(&name, "tests/golden/screen/%s.txt", word[0]);
	screen_of(d, &text, word[1] && strcmp(word[1], "styles") == 0);
	bool fine = mode && strcmp(mode, "write") == 0
		? write_golden(d, name.text, &text)
		: compare_golden(d, name.text, &text);
	strbuf_free(&name);
	strbuf_free(&text);
	return fine;
}

static bool play_alive(struct drive *d, char **word)
{
	(void)word;
	return pv_alive(d->terminal) || wrong(d, "it has ended");
}

static bool play_exit(struct drive *d, char **word)
{
	int number = signal_number(word[0]);
	int status;

	if (!pv_wait_exit(d->terminal, &status))
		return wrong(d, "it does not end");
	say_status(d, status);
	if (number != 0)
		return WIFSIGNALED(status) && WTERMSIG(status) == number;
	return WIFEXITED(status) && WEXITSTATUS(status) == atoi(word[0]);
}

static bool play_restored(struct drive *d, char **word)
{
	(void)word;
	return pv_restored(d->terminal, &d->why);
}

/* The script. */

static const struct command commands[] = {
	{"size", 2, 2, false, false, false, play_size},
	{"env", 1, 1, false, false, false, play_env},
	{"start", 0, -1, false, false, true, play_start},
	{"run", 1, -1, false, false, false, play_run},
	{"barrier", 1, 1, false, false, false, play_barrier},
	{"key", 1, 2, true, false, false, play_key},
	{"keys", 1, 1, true, false, false, play_keys},
	{"send", 1, 1, true, false, false, play_send},
	{"paste", 1, 1, true, false, false, play_paste},
	{"click", 2, 3, true, false, false, play_click},
	{"resize", 2, 2, true, false, false, play_resize},
	{"signal", 1, 1, true, false, false, play_signal},
	{"fuzz", 2, 3, true, false, true, play_fuzz},
	{"storm", 2, 2, true, false, false, play_storm},
	{"wait", 1, 1, true, false, true, play_wait},
	{"expect", 1, 1, true, true, true, play_expect},
	{"absent", 1, 1, true, true, true, play_absent},
	{"idle", 0, 0, true, true, true, play_idle},
	{"cheap", 2, 2, true, true, true, play_cheap},
	{"ascii", 0, 0, true, true, true, play_ascii},
	{"plain", 0, 0, true, true, true, play_plain},
	{"save", 1, 1, true, true, false, play_save},
	{"same", 1, 1, true, true, true, play_same},
	{"differs", 1, 1, true, true, true, play_differs},
	{"golden", 1, 2, true, true, true, play_golden},
	{"alive", 0, 0, true, false, true, play_alive},
	{"exit", 1, 1, true, false, true, play_exit},
	{"restored", 0, 0, true, false, true, play_restored},
};

static const struct command *find_command(struct drive *d, const struct words *w)
{
	for (size_t i = 0; i < sizeof(commands) / sizeof(commands[0]); i++) {
		const struct command *c = &commands[i];
		int words = w->count - 1;

		if (strcmp(c->name, w->word[0]) != 0)
			continue;
		if (words >= c->least && (c->most < 0 || words <= c->most))
			return c;
		wrong(d, "wrong number of words");
		return NULL;
	}
	wrong(d, "no such command");
	return NULL;
}

static bool play(struct drive *d, const struct command *c, struct words *w)
{
	if (c->on_terminal && !d->terminal)
		return wrong(d, "no program was started");
	if (c->looks && d->barrier && !pv_settle(d->terminal))
		return tell_end(d);
	return c->play(d, w->word + 1);
}

static void comment(const char *text)
{
	while (*text) {
		int length = (int)strcspn(text, "\n");

		printf("# %.*s\n", length, text);
		text += length + (text[length] != '\0');
	}
}

static void explain(struct drive *d)
{
	struct strbuf screen = STRBUF_INIT;

	comment(d->why.text);
	if (d->terminal) {
		screen_of(d, &screen, false);
		comment(screen.text);
	}
	strbuf_free(&screen);
}

/* Plays one line; COUNT tests were reported before.  False if it failed. */
static bool play_line(struct drive *d, const char *line, int number, int *count)
{
	struct words w;
	bool split = words_split(&w, line);

	if (split && w.count == 0)
		return true;
	strbuf_clear(&d->why);
	const struct command *c = NULL;
	if (split)
		c = find_command(d, &w);
	else
		wrong(d, "a quote is left open, or there are too many words");
	bool fine = c && play(d, c, &w);
	words_free(&w);
	if (!fine || c->checks)
		printf("%sok %d - line %d: %s\n", fine ? "" : "not ", ++*count, number,
			line);
	if (!fine)
		explain(d);
	return fine;
}

static void play_script(struct drive *d, char *text)
{
	int number = 0, count = 0;
	bool fine = true;

	for (char *line = text; fine && line;) {
		char *end = strchr(line, '\n');

		if (end)
			*end = '\0';
		fine = play_line(d, line, ++number, &count);
		fflush(stdout);
		line = end ? end + 1 : NULL;
	}
	printf("1..%d\n", count);
}

static void drive_free(struct drive *d)
{
	forget_program(d);
	if (d->terminal)
		pv_free(d->terminal);
	for (int i = 0; i < SAVED; i++) {
		free(d->saved[i].name);
		free(d->saved[i].screen);
	}
	strbuf_free(&d->why);
}

int main(int argc, char **argv)
{
	struct drive d = {.columns = 80, .rows = 24, .barrier = true};
	const char *folder = getenv("srcdir");
	char *text = argc == 2 ? read_file(argv[1]) : NULL;

	if (!text) {
		fprintf(stderr, "usage: drive SCRIPT (a file that can be read)\n");
		return 99;
	}
	d.why = (struct strbuf)STRBUF_INIT;
	if (folder && chdir(folder) != 0) {
		fprintf(stderr, "drive: %s: %s\n", folder, strerror(errno));
		return 99;
	}
	pv_plain_environment();
	play_script(&d, text);
	free(text);
	drive_free(&d);
	return 0;
}
