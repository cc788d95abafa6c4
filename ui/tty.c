#include "tty.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/signalfd.h>
#include <termios.h>
#include <unistd.h>

/* What a handler must know. */
static struct {
	volatile sig_atomic_t active;
	int keys, out;
	struct termios saved;
} guarded;

/* Synchronized output off, mouse off, paste marks off, cursor and colours as usual,
 * keypad and cursor keys as usual, back from the alternate screen. */
static const char modes_off[] = "\033[?2026l\033[?1006l\033[?1002l\033[?1000l"
				"\033[?2004l\033[?25h\033[0m\033[?1l\033>"
				"\033[?1049l";

static const int fatal[] = {
	SIGSEGV, SIGABRT, SIGFPE, SIGBUS, SIGILL, SIGTRAP, SIGSYS, SIGXCPU, SIGXFSZ};
/* All others that can be caught and would end or stop the program. */
static const int caught[] = {SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGWINCH, SIGTSTP,
	SIGCONT, SIGUSR1, SIGUSR2, SIGALRM, SIGVTALRM, SIGPROF, SIGIO, SIGPWR};

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

int tty_keys(bool *own)
{
	*own = false;
	if (isatty(STDIN_FILENO))
		return STDIN_FILENO;
	*own = true;
	return open("/dev/tty", O_RDWR | O_NOCTTY | O_CLOEXEC);
}

bool tty_write(int fd, const char *bytes, size_t length)
{
	while (length > 0) {
		ssize_t n = write(fd, bytes, length);

		if (n < 0 && errno == EAGAIN) {
			struct pollfd p = {fd, POLLOUT, 0};

			poll(&p, 1, 1000);
		} else if (n < 0 && errno != EINTR) {
			return false;
		}
		if (n > 0) {
			bytes += n;
			length -= (size_t)n;
		}
	}
	return true;
}

void tty_leave(void)
{
	/* Curses sets the lines that scroll and leaves them set. */
	static const char all_lines[] = "\033[r\033[999;1H";

	if (guarded.active)
		tty_write(guarded.out, all_lines, sizeof(all_lines) - 1);
}

void tty_restore(void)
{
	if (!guarded.active)
		return;
	tty_write(guarded.out, modes_off, sizeof(modes_off) - 1);
	tcsetattr(guarded.keys, TCSANOW, &guarded.saved);
}

void tty_unguard(void)
{
	guarded.active = 0;
}

static void crash(int number)
{
	static const char text[] =
		"\r\ngcrefs: internal error, sorry: the terminal has been "
		"put back.\r\n";

	tty_leave();
	tty_restore();
	guarded.active = 0;
	tty_write(STDERR_FILENO, text, sizeof(text) - 1);
	raise(number);
}

static void catch_fatal(void)
{
	static char space[65536];
	stack_t stack = {.ss_sp = space, .ss_size = sizeof(space)};
	struct sigaction action = {
		.sa_handler = crash, .sa_flags = (int)SA_RESETHAND | SA_ONSTACK};

	sigaltstack(&stack, NULL);
	sigemptyset(&action.sa_mask);
	for (unsigned i = 0; i < COUNT(fatal); i++)
		sigaction(fatal[i], &action, NULL);
}

int tty_guard(int keys, int out)
{
	sigset_t set;

	if (tcgetattr(keys, &guarded.saved) != 0)
		return -1;
	guarded.keys = keys;
	guarded.out = out;
	guarded.active = 1;
	catch_fatal();
	signal(SIGPIPE, SIG_IGN);
	sigemptyset(&set);
	for (unsigned i = 0; i < COUNT(caught); i++)
		sigaddset(&set, caught[i]);
	sigprocmask(SIG_BLOCK, &set, NULL);
	return signalfd(-1, &set, SFD_NONBLOCK | SFD_CLOEXEC);
}

int tty_signal(int fd)
{
	struct signalfd_siginfo info;

	if (read(fd, &info, sizeof(info)) != (ssize_t)sizeof(info))
		return 0;
	return (int)info.ssi_signo;
}

void tty_die(int number)
{
	sigset_t set;

	tty_restore();
	guarded.active = 0;
	signal(number, SIG_DFL);
	sigemptyset(&set);
	sigaddset(&set, number);
	raise(number);
	sigprocmask(SIG_UNBLOCK, &set, NULL);
	_exit(128 + number);
}

/* By SIGTSTP and not SIGSTOP: where no shell could let it go on (an orphaned
 * process group) the system ignores that one. */
void tty_stop(void)
{
	sigset_t set;

	signal(SIGTSTP, SIG_DFL);
	sigemptyset(&set);
	sigaddset(&set, SIGTSTP);
	raise(SIGTSTP);
	sigprocmask(SIG_UNBLOCK, &set, NULL);
	sigprocmask(SIG_BLOCK, &set, NULL);
}

bool tty_size(int fd, int *columns, int *rows)
{
	struct winsize size;

	if (ioctl(fd, TIOCGWINSZ, &size) != 0 || size.ws_col == 0 || size.ws_row == 0)
		return false;
	*columns = size.ws_col;
	*rows = size.ws_row;
	return true;
}
