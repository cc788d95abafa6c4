#include "app_part.h"

#include <string.h>

#include "i18n.h"

/* Steps by themselves, and what else goes by the clock; the sizes of panes, since
 * the same keys change them. */

static const int speeds[] = {3000, 1500, 1000, 600, 400, 200, 100, 50, 20};

enum {
	SPEEDS = sizeof(speeds) / sizeof(speeds[0]),
	SIDE_STEP = 2,
	SIZE_LIMIT = 60
};

static void set_pace(struct app *a, long by)
{
	long pace = a->pace + by;

	a->pace = pace < 0 ? 0 : pace >= SPEEDS ? SPEEDS - 1 : (int)pace;
	a->tick = a->now + (uint64_t)speeds[a->pace];
	strbuf_clear(&a->message);
	strbuf_printf(&a->message, _("A step every %d ms."), speeds[a->pace]);
}

void app_set_pace(struct app *a, int ms)
{
	a->pace = 0;
	while (a->pace + 1 < SPEEDS && speeds[a->pace] > ms)
		a->pace++;
}

unsigned app_play(struct app *a, const struct order *o)
{
	(void)o;
	a->playing = !a->playing;
	a->tick = a->now + (uint64_t)speeds[a->pace];
	return REACT_DRAW;
}

static int limited(long size)
{
	return size > SIZE_LIMIT     ? SIZE_LIMIT
		: size < -SIZE_LIMIT ? -SIZE_LIMIT
				     : (int)size;
}

static const struct app_pane *focused_pane(const struct app *a)
{
	enum view_id view = a->look.focus;

	if (view == VIEW_TIMELINE)
		view = a->look.tiles ? VIEW_TILES : VIEW_GRAPH;
	for (int i = 0; i < a->layout.count; i++) {
		if (a->layout.panes[i].view == view)
			return &a->layout.panes[i];
	}
	return NULL;
}

/* The boundary that PANE's last row is above, or else that its title is on; *SIGN:
 * where it moves when the pane grows. */
static int cut_of(const struct app *a, const struct app_pane *pane, int *sign)
{
	int end = pane->place.y + pane->place.height;

	*sign = 1;
	for (int i = 0; i < a->layout.count; i++) {
		const struct app_pane *below = &a->layout.panes[i];

		if (below->cut > CUT_BELOW && below->title.y == end &&
			below->title.x == pane->place.x)
			return below->cut;
	}
	*sign = pane->cut >= 0 ? -1 : 1;
	return pane->cut >= 0 ? pane->cut : CUT_BELOW;
}

unsigned app_height(struct app *a, const struct order *o)
{
	const struct app_pane *pane = focused_pane(a);
	long by = o->action == ACTION_TALLER ? app_times(o) : -app_times(o);
	int sign, *cut;

	if (!pane)
		return REACT_DRAW;
	cut = &a->cuts[a->layout.size_class][cut_of(a, pane, &sign)];
	*cut = limited(*cut + sign * by);
	return REACT_DRAW;
}

unsigned app_size(struct app *a, const struct order *o)
{
	int *side = &a->side[a->layout.size_class];
	long by = o->action == ACTION_GROW ? app_times(o) : -app_times(o);

	if (a->playing) {
		set_pace(a, by);
		return REACT_DRAW;
	}
	by *= SIDE_STEP;
	if (a->look.focus == VIEW_GRAPH)
		by = -by;
	*side = limited(*side + by);
	if (o->action == ACTION_EQUAL) {
		*side = 0;
		memset(a->cuts[a->layout.size_class], 0, sizeof(a->cuts[0]));
	}
	return REACT_DRAW;
}

int app_timeout(const struct app *a)
{
	if (!a->playing)
		return -1;
	return a->tick > a->now ? (int)(a->tick - a->now) : 0;
}

unsigned app_tick(struct app *a)
{
	struct order step = {.action = ACTION_STEP, .text = ""};

	if (!a->playing || a->now < a->tick)
		return 0;
	a->tick = a->now + (uint64_t)speeds[a->pace];
	app_move(a, &step);
	if (a->message.length)
		a->playing = false;
	return REACT_DRAW;
}
