#include "i18n.h"
#include "query_due.h"
#include "report.h"

/* Why a collection starts now, or does not: every counter and rule. */

static void add_verdict(struct report *r, const struct query_due *d)
{
	static const char *const texts[] = {
		[DUE_RUNNING] = N_("A collection is running: no other starts."),
		[DUE_WAITING] = N_("A collection is due: it starts when the "
				   "interpreter next asks, at a call or a jump back."),
		[DUE_DISABLED] = N_("None starts by itself: gc.disable() was called."),
		[DUE_ZERO_THRESHOLD] =
			N_("None starts by itself: the first threshold is 0."),
		[DUE_EXCEPTION] =
			N_("One is due, but not while an exception is raised."),
	};

	if (d->verdict == DUE_NOW)
		report_add(r, REPORT_VERDICT, 0,
			_("The next container that is made starts a collection of "
			  "generation %d."),
			d->generation);
	else if (d->verdict == DUE_BELOW)
		report_add(r, REPORT_VERDICT, 0,
			P_("None starts now: %u more container has to be made.",
				"None starts now: %u more containers have to be made.",
				d->missing),
			d->missing);
	else
		report_add(r, REPORT_VERDICT, 0, "%s", _(texts[d->verdict]));
}

static void add_count(struct report *r, const struct query_due *d, unsigned g)
{
	uint32_t n = d->count[g];
	const char *texts[][2] = {
		{P_("generation 0: %u container more than were freed; threshold %u",
			 "generation 0: %u containers more than were freed; "
			 "threshold %u",
			 n),
			P_("generation 0: %u container more than were freed, above "
			   "the threshold %u",
				"generation 0: %u containers more than were freed, "
				"above the threshold %u",
				n)},
		{P_("generation 1: %u collection of generation 0; threshold %u",
			 "generation 1: %u collections of generation 0; threshold %u",
			 n),
			P_("generation 1: %u collection of generation 0, above the "
			   "threshold %u",
				"generation 1: %u collections of generation 0, above "
				"the threshold %u",
				n)},
		{P_("generation 2: %u collection of generation 1; threshold %u",
			 "generation 2: %u collections of generation 1; threshold %u",
			 n),
			P_("generation 2: %u collection of generation 1, above the "
			   "threshold %u",
				"generation 2: %u collections of generation 1, above "
				"the threshold %u",
				n)},
	};

	report_add(r, REPORT_LINE, 1, texts[g][d->over[g]], n, d->threshold[g]);
}

static void add_quarter(struct report *r, const struct query_due *d)
{
	report_add(r, REPORT_LINE, 1,
		d->quarter_reached
			? _("the 25 %% rule lets a full collection start: %u objects "
			    "survived generation 1 since the last one, a quarter of "
			    "its %u survivors or more")
			: _("the 25 %% rule holds a full collection back: only %u "
			    "objects survived generation 1 since the last one, less "
			    "than a quarter of its %u survivors"),
		d->pending, d->total);
}

void report_due(struct report *r, const struct world *w)
{
	struct query_due d = query_due(w);

	add_verdict(r, &d);
	for (unsigned g = 0; g < 3; g++)
		add_count(r, &d, g);
	add_quarter(r, &d);
	if (d.at_breaker)
		report_add(r, REPORT_NOTE, 1,
			_("this version collects between two operations, at calls "
			  "and jumps back"));
	else
		report_add(r, REPORT_NOTE, 1,
			_("this version collects in the middle of an operation, "
			  "just before it makes the container"));
}
