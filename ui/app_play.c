#include "app_part.h"

#include "i18n.h"

/* Steps by themselves, and what else goes by the clock; the sizes of panes, since
 * the same keys change them. */

static const int speeds[] = {3000, 1500, 1000, 600, 400, 200, 100, 50, 20};

enum {
	SPEEDS = sizeof(speeds) / sizeof(speeds[0]),
	SIDE_STEP = 2,
	SIDE_LIMIT = 60
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
	by = o->action == ACTION_EQUAL ? 0 : *side + by;
	*side = by > SIDE_LIMIT ? SIDE_LIMIT : by < -SIDE_LIMIT ? -SIDE_LIMIT : (int)by;
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
