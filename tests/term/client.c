/*
 * A full-screen program without curses, small enough to be known right: what the
 * terminal rig is tested against.  It shows its size, the keys it got, and one
 * line of each style; "q" ends it.
 *
 *	client		restores the terminal, also on SIGTERM
 *	client dirty	restores nothing
 */
#include <ctype.h>
#include <poll.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>

static volatile sig_atomic_t quit;
static struct termios before;
static char keys[200];

static void on_signal(int number)
{
	if (number == SIGTERM)
		quit = 1;
}

static void draw(void)
{
	struct winsize size = {0};

	ioctl(0, TIOCGWINSZ, &size);
	printf("\033[H\033[2Jsize %dx%d\r\nkeys %s\r\n", size.ws_col, size.ws_row,
		keys);
	printf("\033[1mbold\033[m \033[7mreverse\033[m \033[31mred\033[m "
	       "\033[48;5;100mindexed\033[m \033[38;2;1;2;3mrgb\033[m\r\n");
	printf("\xe4\xb8\x96\xe7\x95\x8c wide, \xe2\x94\x82 line\033[3;5H");
	fflush(stdout);
}

static void enter(void)
{
	struct termios raw;

	tcgetattr(0, &before);
	raw = before;
	cfmakeraw(&raw);
	tcsetattr(0, TCSADRAIN, &raw);
	fputs("\033[?1049h\033[?1h\033=\033[?1000h\033[?1006h\033[?2004h\033[32m",
		stdout);
}

static void leave(void)
{
	fputs("\033[m\033[?2004l\033[?1006;1000l\033[?1l\033>\033[?1049l", stdout);
	fflush(stdout);
	tcsetattr(0, TCSADRAIN, &before);
}

static void show_byte(unsigned char c)
{
	size_t used = strlen(keys);
	const char *format = isgraph(c) ? "%c" : "<%02x>";

	snprintf(keys + used, sizeof(keys) - used, format, c);
}

/* Takes note of the barrier if TEXT is one, and returns its length; else 0. */
static size_t barrier(const char *text, int *number)
{
	int n = 0, length = 0;

	if (sscanf(text, "\033[?9901;%dn%n", &n, &length) != 1 || length == 0)
		return 0;
	*number = n;
	return (size_t)length;
}

/* Returns the number of the last barrier among what was read; 0: none. */
static int take(const char *text)
{
	int number = 0;

	while (*text) {
		size_t skipped = barrier(text, &number);
		if (skipped == 0)
			show_byte((unsigned char)*text);
		if (*text == 'q')
			quit = 1;
		text += skipped ? skipped : 1;
	}
	return number;
}

int main(int argc, char **argv)
{
	struct sigaction action = {.sa_handler = on_signal};
	const char *manner = argc > 1 ? argv[1] : "";
	char text[256];
	sigset_t taken, none;

	/* Signals arrive only while it waits, so that no write is cut short. */
	sigemptyset(&none);
	sigemptyset(&taken);
	sigaddset(&taken, SIGTERM);
	sigaddset(&taken, SIGWINCH);
	sigprocmask(SIG_BLOCK, &taken, NULL);
	sigaction(SIGTERM, &action, NULL);
	sigaction(SIGWINCH, &action, NULL);
	enter();
	draw();
	while (!quit) {
		struct pollfd input = {.fd = 0, .events = POLLIN};
		ssize_t n = 0;

		if (ppoll(&input, 1, NULL, &none) > 0)
			n = read(0, text, sizeof(text) - 1);
		text[n < 0 ? 0 : n] = '\0';
		int number = take(text);
		draw();
		if (number != 0)
			printf("\033]2;barrier %d\a", number);
		fflush(stdout);
	}
	if (strcmp(manner, "dirty") != 0)
		leave();
	return 3;
}
