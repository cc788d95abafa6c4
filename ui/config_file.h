#ifndef GCREFS_CONFIG_FILE_H
#define GCREFS_CONFIG_FILE_H

#include "settings.h"

/*
 * Where settings come from, and what is kept from one start to the next.
 *
 *	$XDG_CONFIG_HOME/gcrefs/config	(else ~/.config): settings
 *	GCREFS_SET			more of them: "theme=light,mouse=off"
 *	$XDG_STATE_HOME/gcrefs/state	(else ~/.local/state): sizes, lines typed
 *
 * A mistake is never fatal: PROBLEMS gets a line "FILE:LINE: error: ..." for each.
 */

/* FILE NULL: the usual one, which need not exist. */
void config_read(struct settings *s, const char *file, struct strbuf *problems);
void config_read_environment(struct settings *s, struct strbuf *problems);
/* One NAME=VALUE of the command line. */
void config_read_option(
	struct settings *s, const char *setting, struct strbuf *problems);

/* The state kept last; false: there is none, so it is the first start. */
bool config_load_state(struct strbuf *out);
/* Keeps it, where that is possible. */
void config_save_state(const char *text);

#endif
