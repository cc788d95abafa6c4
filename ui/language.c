#include "language.h"

#include <langinfo.h>
#include <locale.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>
#include <unistd.h>

#include "i18n.h"
#include "strbuf.h"

/* There in every C library of today; not "C", for which gettext translates
 * nothing. */
static const char utf8_locale[] = "C.UTF-8";

/* What the environment says, before we set LANGUAGE ourselves. */
static char asked[64];

const char *language_code(void)
{
	/* TRANSLATORS: the code of your language, such as "zh". */
	return _("en");
}

/* The locale that the environment names for CATEGORY. */
static const char *named_locale(const char *category)
{
	const char *const names[] = {"LC_ALL", category, "LANG"};

	for (int i = 0; i < 3; i++) {
		const char *value = getenv(names[i]);

		if (value && *value)
			return value;
	}
	return "C";
}

static bool says_utf8(const char *locale)
{
	const char *dot = strchr(locale, '.');

	return dot && (strcasecmp(dot, ".UTF-8") == 0 || strcasecmp(dot, ".utf8") == 0);
}

static const char *language_asked(void)
{
	const char *locale = named_locale("LC_MESSAGES"), *list = getenv("LANGUAGE");
	const char *term = getenv("TERM");

	if (strcmp(locale, "C") == 0 || strcmp(locale, "POSIX") == 0 ||
		(term && strcmp(term, "linux") == 0))
		return "en";
	return list && *list ? list : locale;
}

#ifdef HAVE_GETTEXT

static const char domain[] = "gcrefs";

/* The folder "locale" beside the program: it has not been installed, then. */
static bool beside_program(struct strbuf *out)
{
	char path[4096];
	ssize_t n = readlink("/proc/self/exe", path, sizeof(path));
	struct stat status;

	while (n > 0 && path[n - 1] != '/')
		n--;
	if (n <= 0)
		return false;
	strbuf_add(out, path, (size_t)n);
	strbuf_puts(out, "locale");
	return stat(out->text, &status) == 0 && S_ISDIR(status.st_mode);
}

static void bind_texts(void)
{
	struct strbuf folder = STRBUF_INIT;

	bindtextdomain(domain, beside_program(&folder) ? folder.text : LOCALEDIR);
	bind_textdomain_codeset(domain, "UTF-8");
	textdomain(domain);
	strbuf_free(&folder);
}

/* In simplified characters, by whatever name. */
static bool is_chinese(const char *code)
{
	static const char *const others[] = {"zh_TW", "zh_HK", "zh_MO", "zh_Hant"};

	for (unsigned i = 0; i < sizeof(others) / sizeof(others[0]); i++) {
		if (strncmp(code, others[i], strlen(others[i])) == 0)
			return false;
	}
	return strncmp(code, "zh", 2) == 0 && !(code[2] >= 'a' && code[2] <= 'z');
}

static bool is_utf8(void)
{
	return strcmp(nl_langinfo(CODESET), "UTF-8") == 0;
}

/* By way of "C": gettext looks at LANGUAGE anew when the locale changes. */
static void use(const char *code)
{
	setenv("LANGUAGE", is_chinese(code) ? "zh_CN" : code, 1);
	setlocale(LC_MESSAGES, "C");
	if (is_utf8())
		setlocale(LC_MESSAGES, utf8_locale);
}

#else

static void bind_texts(void)
{
}

static void use(const char *code)
{
	(void)code;
}

#endif

void language_start(void)
{
	if (!setlocale(LC_CTYPE, "") && says_utf8(named_locale("LC_CTYPE")))
		setlocale(LC_CTYPE, utf8_locale);
	strncpy(asked, language_asked(), sizeof(asked) - 1);
	bind_texts();
	use(asked);
}

void language_choose(const char *code)
{
	use(*code ? code : asked);
}

const char *language_set(const char *code)
{
	language_choose(code);
	return *code ? code : language_code();
}

enum glyph_set language_glyphs(enum glyph_set set)
{
	bool english = strcmp(language_code(), "en") == 0;

	return set == GLYPHS_ASCII && !english ? GLYPHS_PLAIN : set;
}
