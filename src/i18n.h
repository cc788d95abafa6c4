#ifndef GCREFS_I18N_H
#define GCREFS_I18N_H

#include "config.h"

/*
 * Texts that a user reads, each a whole sentence or as near to one as can be.  A
 * translation may take the arguments of a format in another order (%2$s).
 *
 *   _(text)             the text in the user's language
 *   N_(text)            the same in a table, where _() is used on what comes out
 *   P_(one, many, n)    the form for N things; both are formats for N
 *
 * Until the program has chosen a language (ui/language.h), and in a build without
 * gettext, everything is English.
 */
#define N_(text) text
#define _(text) i18n_text(text)
#define P_(one, many, n) i18n_plural(one, many, n)

#ifdef HAVE_GETTEXT

#include <libintl.h>

/* "" is the name of the catalogue's own header. */
__attribute__((format_arg(1))) static inline const char *i18n_text(const char *text)
{
	return *text ? gettext(text) : text;
}

__attribute__((format_arg(1), format_arg(2))) static inline const char *i18n_plural(
	const char *one, const char *many, unsigned long n)
{
	return ngettext(one, many, n);
}

#else

__attribute__((format_arg(1))) static inline const char *i18n_text(const char *text)
{
	return text;
}

__attribute__((format_arg(1), format_arg(2))) static inline const char *i18n_plural(
	const char *one, const char *many, unsigned long n)
{
	return n == 1 ? one : many;
}

#endif

#endif
