#include <stdio.h>

#include "config.h"
#include "dialect.h"
#include "i18n.h"
#include "keymap.h"
#include "language.h"
#include "program.h"
#include "settings.h"
#include "strbuf.h"

static int cmd_help(void)
{
	fputs(_(options_help), stdout);
	return EXIT_FINE;
}

/* In fixed columns: keys, command, meaning. */
static int cmd_help_keys(void)
{
	struct keymap map;

	keymap_init(&map, PROFILE_DEFAULT);
	for (int group = 0; group < GROUP_COUNT; group++) {
		puts(_(action_group_name((enum action_group)group)));
		for (int i = ACTION_NONE + 1; i < ACTION_COUNT; i++) {
			const struct action_row *row = action_row((enum action)i);
			struct strbuf keys = STRBUF_INIT;

			if ((int)row->group != group)
				continue;
			keymap_keys(&map, (enum action)i, &keys);
			printf("  %-14s :%-19s %s\n", keys.text, row->name,
				_(row->help));
			strbuf_free(&keys);
		}
	}
	puts(_("Settings"));
	for (int i = 0; settings_name(i); i++)
		printf("  %-14s  %-19s %s%s%s\n", "", settings_name(i),
			settings_help(i), *settings_values(i) ? ": " : "",
			settings_values(i));
	return EXIT_FINE;
}

static int cmd_version(void)
{
	puts("gcrefs " PACKAGE_VERSION);
	puts(_("Follows these Pythons:"));
	for (int i = 0; dialect_row(i); i++) {
		const struct dialect *d = dialect_row(i);

		printf("  %d.%d  %s%s\n", d->version.major, d->version.minor,
			d->release,
			d->recorded ? "" : _("  (from tables, not recorded)"));
	}
	return EXIT_FINE;
}

/* What a program prints, and what is for other programs, is in no language of
 * ours. */
static void choose_language(struct options *o)
{
	if (o->command == COMMAND_RUN || o->command == COMMAND_TRACE)
		language_choose("en");
	else
		options_read_language(o);
}

static int run(const struct options *o)
{
	switch (o->command) {
	case COMMAND_RUN:
		return cmd_run(o);
	case COMMAND_TRACE:
		return cmd_trace(o);
	case COMMAND_SHOW:
		return cmd_show(o);
	case COMMAND_DIFF:
		return cmd_diff(o);
	case COMMAND_BENCH:
		return cmd_bench(o);
	case COMMAND_HELP:
		return cmd_help();
	case COMMAND_HELP_KEYS:
		return cmd_help_keys();
	case COMMAND_VERSION:
		return cmd_version();
	default:
		return cmd_step(o);
	}
}

int main(int argc, char **argv)
{
	struct options options;
	int status;

	language_start();
	if (!options_read(&options, argc, argv))
		return EXIT_REFUSED;
	choose_language(&options);
	status = run(&options);
	if (fflush(stdout) != 0 || ferror(stdout)) {
		program_tell_unwritable();
		return EXIT_FAILED;
	}
	return status;
}
