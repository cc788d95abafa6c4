#include "editor.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

/* In the child: signals as usual, the terminal as standard input. */
static void run_child(const char *file, const char *line)
{
	static const char command[] = "exec ${VISUAL:-${EDITOR:-vi}} \"+$1\" \"$2\"";
	sigset_t none;
	int terminal;

	sigemptyset(&none);
	sigprocmask(SIG_SETMASK, &none, NULL);
	signal(SIGPIPE, SIG_DFL);
	if (!isatty(STDIN_FILENO)) {
		terminal = open("/dev/tty", O_RDWR);
		if (terminal >= 0)
			dup2(terminal, STDIN_FILENO);
	}
	execl("/bin/sh", "sh", "-c", command, "gcrefs", line, file, (char *)NULL);
	_exit(127);
}

bool editor_run(const char *file, int line)
{
	char number[16];
	int status;
	pid_t child;

	snprintf(number, sizeof(number), "%d", line > 0 ? line : 1);
	child = fork();
	if (child == 0)
		run_child(file, number);
	if (child < 0)
		return false;
	while (waitpid(child, &status, 0) < 0) {
		if (errno != EINTR)
			return false;
	}
	return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}
