#include "table_history.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>

#include <cmocka.h>

#include "history.h"
#include "number.h"
#include "text.h"

struct table_keys history_keys(struct prng *r)
{
	static const uint32_t spaces[] = {5, 20, 100, 1000};
	struct table_keys k;

	k.kind = prng_below(r, 3);
	k.space = spaces[prng_below(r, 4)];
	return k;
}

static obj_id named(struct world *w, uint32_t n)
{
	char text[16];

	snprintf(text, sizeof(text), "k%u", n);
	return native_from(w, text);
}

obj_id history_key(struct world *w, struct prng *r, struct table_keys k)
{
	uint32_t n = prng_below(r, k.space);

	if (k.kind == 0)
		return int_new(w, n % 3 == 0 ? n * 8 : n);
	if (k.kind == 1 || n % 4 == 0)
		return named(w, n);
	return int_new(w, n % 4 == 1 ? (int64_t)n * 1000003 - 5000 : -(int64_t)n);
}

void history_name(const struct world *w, obj_id key, struct strbuf *out)
{
	if (is_text(w, key))
		strbuf_puts(out, text_bytes(w, key));
	else
		int_digits(w, key, 10, out);
}

static void compare_version(const char *name, const char *version, table_history *run)
{
	FILE *f = recorded_open(name, version);
	struct strbuf line = STRBUF_INIT;
	struct strbuf out = STRBUF_INIT;
	struct fixture x;

	fixture_init(&x, version);
	for (uint64_t seed = 0; recorded_line(f, &line); seed++) {
		strbuf_clear(&out);
		run(&x.w, seed, &out);
		fixture_run(&x);
		if (recorded_digest(0x811c9dc5, out.text) !=
			strtoul(line.text, NULL, 16)) {
			fputs(out.text, stderr);
			fail_msg("%s, Python %s, seed %llu differs from the above",
				name, version, (unsigned long long)seed);
		}
	}
	fixture_free(&x);
	strbuf_free(&line);
	strbuf_free(&out);
	fclose(f);
}

void history_compare(const char *name, table_history *run)
{
	for (int i = 0; recorded_versions[i]; i++)
		compare_version(name, recorded_versions[i], run);
}

static void undo_version(const char *version, table_history *run)
{
	struct strbuf out = STRBUF_INIT;
	struct fixture x;

	fixture_init(&x, version);
	for (uint64_t seed = 0; seed < 40; seed++) {
		uint64_t before, after;
		uint64_t end;

		fixture_record(&x);
		before = world_hash(&x.w);
		run(&x.w, seed, &out);
		fixture_run(&x);
		/* What follows the last event belongs to the next one. */
		world_event(&x.w, (struct event){.kind = EV_LINE});
		after = world_hash(&x.w);
		end = history_end(x.w.history);
		history_seek(x.w.history, 0);
		assert_true(world_hash(&x.w) == before);
		history_seek(x.w.history, end);
		assert_true(world_hash(&x.w) == after);
		history_free(x.w.history);
		x.w.history = NULL;
		x.w.arena.recording = false;
	}
	x.w.history = history_new(&x.w.arena, 16);
	fixture_free(&x);
	strbuf_free(&out);
}

void history_undo(table_history *run)
{
	for (int i = 0; recorded_versions[i]; i++)
		undo_version(recorded_versions[i], run);
}
