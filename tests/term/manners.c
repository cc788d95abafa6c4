#include "manners.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "xalloc.h"

enum {
	IDLE = 1000 /* milliseconds */
};

/* How often the process has gone to sleep by itself: once a wake-up. */
static long sleeps_of(pid_t process)
{
	char name[64], line[128];
	long count = -1;
	FILE *file;

	snprintf(name, sizeof(name), "/proc/%ld/status", (long)process);
	file = fopen(name, "r");
	while (file && fgets(line, sizeof(line), file))
		sscanf(line, "voluntary_ctxt_switches: %ld", &count);
	if (file)
		fclose(file);
	return count;
}

bool manners_idle(struct ptyvt *p, struct strbuf *why)
{
	size_t bytes;
	long sleeps;

	/* It may be on its way to sleep still. */
	pv_pump(p, 100);
	bytes = pv_bytes(p);
	sleeps = sleeps_of(pv_process(p));
	pv_pump(p, IDLE);
	bytes = pv_bytes(p) - bytes;
	sleeps = sleeps_of(pv_process(p)) - sleeps;
	if (bytes || sleeps)
		strbuf_printf(why, "%zu bytes, %ld wake-ups", bytes, sleeps);
	return bytes == 0 && sleeps == 0;
}

static int by_size(const void *a, const void *b)
{
	size_t x = *(const size_t *)a, y = *(const size_t *)b;

	return (x > y) - (x < y);
}

bool manners_cheap(struct ptyvt *p, const char *keys, size_t limit, struct strbuf *why)
{
	size_t count = strlen(keys), median;
	size_t *all = xcalloc(count, sizeof(*all));
	bool answers = pv_settle(p);

	for (size_t i = 0; i < count && answers; i++) {
		char key[2] = {keys[i], '\0'};
		size_t before = pv_bytes(p), between;

		pv_key(p, key);
		answers = pv_settle(p);
		between = pv_bytes(p);
		answers = answers && pv_settle(p);
		all[i] = 2 * between - before - pv_bytes(p);
	}
	qsort(all, count, sizeof(*all), by_size);
	median = all[count / 2];
	free(all);
	if (!answers)
		strbuf_puts(why, "it does not answer");
	else if (median > limit)
		strbuf_printf(
			why, "the median of %zu keys is %zu bytes", count, median);
	return answers && median <= limit;
}

static bool look(struct ptyvt *p, struct strbuf *out)
{
	bool answers = pv_settle(p);

	pv_text(p, out);
	pv_cursor(p, out);
	pv_styles(p, out);
	return answers;
}

bool manners_repaints(struct ptyvt *p, struct strbuf *why)
{
	struct strbuf before = STRBUF_INIT, after = STRBUF_INIT;
	bool same;

	for (int i = 0; i < 3; i++) {
		pv_key(p, "Escape");
		pv_settle(p);
	}
	same = look(p, &before);
	pv_key(p, "C-l");
	same = look(p, &after) && same && strcmp(before.text, after.text) == 0;
	if (!same)
		strbuf_printf(why, "shown:\n%srepainted:\n%s", before.text, after.text);
	strbuf_free(&before);
	strbuf_free(&after);
	return same;
}
