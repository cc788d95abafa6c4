#include "query_due.h"

#include "dialect.h"
#include "gccount.h"

static enum query_verdict judge(const struct world *w, const struct query_due *d)
{
	if (reg(w, REG_GC_COLLECTING))
		return DUE_RUNNING;
	if (reg(w, REG_GC_PENDING))
		return DUE_WAITING;
	if (!reg(w, REG_GC_ENABLED))
		return DUE_DISABLED;
	if (!d->threshold[0])
		return DUE_ZERO_THRESHOLD;
	if (d->count[0] < d->threshold[0])
		return DUE_BELOW;
	return reg(w, REG_EXCEPTION) ? DUE_EXCEPTION : DUE_NOW;
}

/* The container that starts it counts first. */
static int generation_of(const struct query_due *d)
{
	if (d->over[2] && d->quarter_reached)
		return 2;
	return d->over[1] ? 1 : 0;
}

struct query_due query_due(const struct world *w)
{
	struct query_due d = {0};

	for (uint32_t g = 0; g < 3; g++) {
		d.count[g] = reg(w, REG_GC_COUNT + g);
		d.threshold[g] = reg(w, REG_GC_THRESHOLD + g);
		d.over[g] = d.count[g] > d.threshold[g];
	}
	d.pending = reg(w, REG_GC_LONG_LIVED_PENDING);
	d.total = reg(w, REG_GC_LONG_LIVED_TOTAL);
	d.quarter_reached = d.pending >= d.total / 4;
	d.at_breaker = w->dialect->gc_at_breaker;
	d.missing = d.count[0] <= d.threshold[0] ? d.threshold[0] - d.count[0] + 1 : 0;
	d.verdict = judge(w, &d);
	d.generation = generation_of(&d);
	return d;
}
