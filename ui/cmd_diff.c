#include "program.h"

#include <stdlib.h>
#include <string.h>

#include "dialect.h"
#include "facts.h"
#include "i18n.h"
#include "strbuf.h"
#include "xalloc.h"

/*
 * gcrefs diff: a program under two versions of Python, and what can be observed of it
 * that is not the same.  Exit status as of diff(1): 0 the same, 1 not, 2 trouble.
 */
enum {
	STATUS_SAME,
	STATUS_DIFFERENT,
	STATUS_TROUBLE
};

/* Beyond so many pairs the middle part is given as a whole, not matched. */
#define PAIRS_MAX ((size_t)1 << 26)

struct side {
	const struct dialect *dialect;
	struct facts facts;
	bool limited;
};

struct comparison {
	struct side side[2];
	size_t at[2]; /* what is not printed yet */
	bool different;
	enum glyph_set glyphs;
};

static bool same(const struct comparison *c, size_t a, size_t b)
{
	return strcmp(c->side[0].facts.items[a].text, c->side[1].facts.items[b].text) ==
		0;
}

static void put_fact(struct comparison *c, int side)
{
	const struct side *s = &c->side[side];
	const struct fact *f = &s->facts.items[c->at[side]++];
	struct strbuf line = STRBUF_INIT;

	strbuf_printf(&line, "%c %d.%-3d", side ? '+' : '-', s->dialect->version.major,
		s->dialect->version.minor);
	if (f->line)
		strbuf_printf(&line, _(" line %-5d"), f->line);
	else
		strbuf_printf(&line, _(" at the end"));
	strbuf_printf(
		&line, _(" step %-7llu %s\n"), (unsigned long long)f->step, f->text);
	put_safely(stdout, line.text, c->glyphs);
	strbuf_free(&line);
}

static void put_first(const struct comparison *c)
{
	for (int i = 0; i < 2; i++) {
		const struct side *s = &c->side[i];
		const struct fact *f = &s->facts.items[c->at[i]];

		if (c->at[i] == s->facts.count)
			printf(_("  in %s: not\n"), s->dialect->release);
		else if (f->line)
			printf(_("  in %s: line %d, step %llu\n"), s->dialect->release,
				f->line, (unsigned long long)f->step);
		else
			printf(_("  in %s: at the end, step %llu\n"),
				s->dialect->release, (unsigned long long)f->step);
	}
}

/* All facts of the sides before A and B differ. */
static void put_until(struct comparison *c, size_t a, size_t b)
{
	if (c->at[0] == a && c->at[1] == b)
		return;
	if (!c->different) {
		puts(_("The first difference:"));
		put_first(c);
	}
	putchar('\n');
	c->different = true;
	while (c->at[0] < a)
		put_fact(c, 0);
	while (c->at[1] < b)
		put_fact(c, 1);
}

static void pass_same(struct comparison *c)
{
	c->at[0]++;
	c->at[1]++;
}

/* Lengths of the longest common parts of what begins at each pair (Wagner, Fischer, The
 * string-to-string correction problem, 1974): LENGTH[i * (m + 1) + j]. */
static uint32_t *common_lengths(const struct comparison *c, size_t n, size_t m)
{
	uint32_t *length = xcalloc((n + 1) * (m + 1), sizeof(*length));

	for (size_t i = n; i-- > 0;) {
		uint32_t *row = length + i * (m + 1), *below = row + m + 1;

		for (size_t k = m; k-- > 0;) {
			if (same(c, c->at[0] + i, c->at[1] + k))
				row[k] = below[k + 1] + 1;
			else
				row[k] = below[k] > row[k + 1] ? below[k] : row[k + 1];
		}
	}
	return length;
}

static void compare_middle(struct comparison *c, size_t end0, size_t end1)
{
	size_t first0 = c->at[0], first1 = c->at[1];
	size_t n = end0 - first0, m = end1 - first1, i = 0, k = 0;
	uint32_t *length;

	if (m && n > PAIRS_MAX / m) {
		put_until(c, end0, end1);
		return;
	}
	length = common_lengths(c, n, m);
	while (i < n && k < m) {
		const uint32_t *row = length + i * (m + 1);

		if (same(c, first0 + i, first1 + k)) {
			put_until(c, first0 + i++, first1 + k++);
			pass_same(c);
		} else if (row[m + 1 + k] >= row[k + 1]) {
			i++;
		} else {
			k++;
		}
	}
	put_until(c, end0, end1);
	free(length);
}

static void compare(struct comparison *c)
{
	size_t end0 = c->side[0].facts.count, end1 = c->side[1].facts.count;

	while (c->at[0] < end0 && c->at[1] < end1 && same(c, c->at[0], c->at[1]))
		pass_same(c);
	while (end0 > c->at[0] && end1 > c->at[1] && same(c, end0 - 1, end1 - 1)) {
		end0--;
		end1--;
	}
	compare_middle(c, end0, end1);
}

static void put_heading(const struct comparison *c, const char *file)
{
	struct strbuf line = STRBUF_INIT;

	for (int i = 0; i < 2; i++) {
		const struct dialect *d = c->side[i].dialect;

		strbuf_printf(&line, "%s Python %s  %s%s\n", i ? "+++" : "---",
			d->release, file,
			d->recorded ? "" : _(" (from tables, not recorded)"));
	}
	put_safely(stdout, line.text, c->glyphs);
	strbuf_free(&line);
}

/* EXIT_FINE, or the status to end with. */
static int run_side(struct side *s, const struct options *o, struct py_version version)
{
	struct options one = *o;
	struct program p;
	int status;

	one.has_version = true;
	one.version = version;
	s->dialect = dialect_find(version);
	status = program_load(&p, &one, GC_CPYTHON, true);
	if (status)
		return status;
	facts_collect(&s->facts, p.machine);
	s->limited = s->facts.end == MACHINE_LIMIT;
	program_free(&p);
	return EXIT_FINE;
}

int cmd_diff(const struct options *o)
{
	struct comparison c = {.glyphs = text_glyphs(o)};
	const struct py_version versions[] = {o->version, o->other_version};
	int status = EXIT_FINE;

	if (!o->has_other_version) {
		program_tell(_("gcrefs: diff needs two versions: --python=2.7,3.11\n"));
		return STATUS_TROUBLE;
	}
	for (int i = 0; i < 2 && status == EXIT_FINE; i++)
		status = run_side(&c.side[i], o, versions[i]);
	if (status == EXIT_FINE) {
		put_heading(&c, o->file);
		compare(&c);
		if (c.side[0].limited || c.side[1].limited)
			program_tell_limit(o);
	}
	facts_free(&c.side[0].facts);
	facts_free(&c.side[1].facts);
	if (status || c.side[0].limited || c.side[1].limited)
		return STATUS_TROUBLE;
	return c.different ? STATUS_DIFFERENT : STATUS_SAME;
}
