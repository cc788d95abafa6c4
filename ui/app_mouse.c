#include "app_part.h"

#include <stdlib.h>

#include "i18n.h"

/*
 * The mouse.  Left: focus and select, run a hint, seek in the timeline; in the margin
 * of the source: a stop.  Twice: details.  Dragging: the picture, a rule between panes.
 * Wheel: what is under the pointer.  Right: a menu.
 */
enum {
	DOUBLE_CLICK = 400, /* ms */
	WHEEL_ROWS = 3,
	MARGIN = 3 /* columns of the source's left edge */
};

unsigned app_mouse_switch(struct app *a, const struct order *o)
{
	(void)o;
	a->mouse.off = !a->mouse.off;
	app_say(a,
		a->mouse.off ? _("The mouse is the terminal's: it selects text.")
			     : _("The mouse is gcrefs's."));
	return REACT_DRAW | REACT_MOUSE;
}

bool app_wants_mouse(const struct app *a)
{
	return !a->mouse.off;
}

/* What is where. */

static bool is_in(struct canvas_rect r, int x, int y)
{
	return x >= r.x && x < r.x + r.width && y >= r.y && y < r.y + r.height;
}

static const struct app_pane *pane_at(const struct app *a, int x, int y)
{
	for (int i = 0; i < a->layout.count; i++) {
		const struct app_pane *pane = &a->layout.panes[i];

		if (is_in(pane->place, x, y) || is_in(pane->title, x, y))
			return pane;
	}
	return NULL;
}

static const struct spot *spot_at(const struct app *a, int x, int y)
{
	for (int i = a->spots.count - 1; i >= 0; i--) {
		if (is_in(a->spots.at[i].place, x, y))
			return &a->spots.at[i];
	}
	return NULL;
}

static enum action button_at(const struct app *a, int x, int y)
{
	for (int i = 0; i < a->button_count; i++) {
		const struct app_button *b = &a->buttons[i];

		if (y == b->y && x >= b->x && x < b->x + b->width)
			return b->action;
	}
	return ACTION_NONE;
}

static bool is_on_rule(const struct app *a, int x, int y)
{
	const struct app_layout *l = &a->layout;

	if (y < l->rule_y || y >= l->rule_y + l->rule_height)
		return false;
	return (l->rule_x[0] && x == l->rule_x[0]) ||
		(l->rule_x[1] && x == l->rule_x[1]);
}

static unsigned do_action(struct app *a, enum action action)
{
	struct order o = {.action = action, .text = ""};

	if (action_row(action)->argument == ARGUMENT_LETTER) {
		a->letter = action;
		return REACT_DRAW;
	}
	return app_do(a, &o);
}

/* Pressing. */

static void toggle_stop(struct app *a, int line)
{
	struct order o = {.action = ACTION_BREAK, .text = ""};

	a->look.line = line;
	app_do(a, &o);
}

static void press_spot(struct app *a, const struct app_pane *pane,
	const struct spot *spot, int x, bool again)
{
	switch (spot->kind) {
	case SPOT_OBJECT:
		a->look.chosen = (uint32_t)spot->what;
		if (again)
			app_focus(a, VIEW_OBJECT);
		break;
	case SPOT_LINE:
		if (x < pane->place.x + MARGIN)
			toggle_stop(a, (int)spot->what);
		else
			a->look.line = (int)spot->what;
		break;
	default:
		app_leave(a);
		app_seek(a, spot->what);
		break;
	}
}

static enum app_grip grip_of(const struct app_pane *pane, const struct spot *spot)
{
	if (pane->view == VIEW_TIMELINE)
		return GRIP_TIMELINE;
	return pane->view == VIEW_GRAPH && !spot ? GRIP_GRAPH : GRIP_NOTHING;
}

static unsigned press_pane(struct app *a, int x, int y, bool again)
{
	const struct app_pane *pane = pane_at(a, x, y);
	const struct spot *spot = spot_at(a, x, y);

	if (!pane)
		return 0;
	if (pane->view <= VIEW_TIMELINE)
		app_focus(a, pane->view);
	a->mouse.grip = grip_of(pane, spot);
	if (pane->cut >= 0 && is_in(pane->title, x, y)) {
		a->mouse.grip = GRIP_CUT;
		a->mouse.cut = pane->cut;
	}
	if (spot)
		press_spot(a, pane, spot, x, again);
	return REACT_DRAW;
}

static unsigned press(struct app *a, int x, int y)
{
	enum action action = button_at(a, x, y);
	bool again = x == a->mouse.x && y == a->mouse.y &&
		a->now - a->mouse.when < DOUBLE_CLICK && a->mouse.when;

	a->mouse.x = x;
	a->mouse.y = y;
	a->mouse.when = again ? 0 : a->now;
	a->mouse.grip = GRIP_NOTHING;
	if (action != ACTION_NONE)
		return do_action(a, action);
	if (is_on_rule(a, x, y)) {
		a->mouse.grip = GRIP_RULE;
		return 0;
	}
	return press_pane(a, x, y, again);
}

/* Dragging. */

static void drag_rule(struct app *a, int dx)
{
	int *side = &a->side[a->layout.size_class];
	bool left = a->layout.rule_x[1] && a->mouse.x < a->layout.rule_x[1] - 1;

	*side += left ? dx : -dx;
}

static unsigned drag(struct app *a, int x, int y)
{
	int dx = x - a->mouse.x, dy = y - a->mouse.y;
	const struct spot *spot;

	switch (a->mouse.grip) {
	case GRIP_RULE:
		drag_rule(a, dx);
		break;
	case GRIP_CUT:
		a->cuts[a->layout.size_class][a->mouse.cut] += dy;
		break;
	case GRIP_GRAPH:
		a->panned_from = a->look.chosen;
		a->pan_x -= dx;
		a->pan_y -= dy;
		break;
	case GRIP_TIMELINE:
		spot = spot_at(a, x, a->mouse.y);
		if (spot && spot->kind == SPOT_STEP)
			app_seek(a, spot->what);
		a->mouse.x = x;
		return REACT_DRAW;
	default:
		return 0;
	}
	a->mouse.x = x;
	a->mouse.y = y;
	return REACT_DRAW;
}

/* The wheel. */

static unsigned wheel(struct app *a, const struct key *key)
{
	const struct app_pane *pane = pane_at(a, key->x, key->y);
	int by = (key->number & MOUSE_BUTTON) == MOUSE_WHEEL_UP ? -1 : 1;
	struct order step = {.action = by < 0 ? ACTION_BACK : ACTION_STEP, .text = ""};

	if (!pane)
		return 0;
	if (pane->view == VIEW_TIMELINE)
		return app_do(a, &step);
	if (pane->view == VIEW_GRAPH) {
		a->panned_from = a->look.chosen;
		if (key->number & MOUSE_SHIFT)
			a->pan_x += 4 * by;
		else
			a->pan_y += 2 * by;
	} else {
		if (pane->view == VIEW_SOURCE)
			a->look.line = 0;
		a->scroll[pane->view] += WHEEL_ROWS * by;
	}
	return REACT_DRAW;
}

/* The menu of what can be done here. */

static unsigned open_context(struct app *a, int x, int y)
{
	const struct spot *spot = spot_at(a, x, y);
	unsigned where = WHERE_ALL;

	press_pane(a, x, y, false);
	if (spot)
		where |= spot->kind == SPOT_OBJECT ? WHERE_BOX
			: spot->kind == SPOT_LINE  ? WHERE_LINES
						   : 0u;
	app_open_context(a, where);
	return REACT_DRAW;
}

static unsigned in_menu(struct app *a, const struct key *key)
{
	struct key same = {.code = KEY_ENTER};
	uint32_t button = key->number & MOUSE_BUTTON;

	if (!(key->number & MOUSE_PRESS))
		return 0;
	if (button == MOUSE_WHEEL_UP || button == MOUSE_WHEEL_DOWN) {
		same.code = button == MOUSE_WHEEL_UP ? KEY_UP : KEY_DOWN;
		return app_menu_key(a, &same);
	}
	if (button != MOUSE_LEFT) {
		same.code = KEY_ESCAPE;
		return app_menu_key(a, &same);
	}
	return menu_click(&a->menu, key->y) ? app_menu_key(a, &same) : 0;
}

unsigned app_mouse_key(struct app *a, const struct key *key)
{
	uint32_t button = key->number & MOUSE_BUTTON;

	if (a->mouse.off || a->asking != ASK_NOTHING)
		return 0;
	if (a->menu.open)
		return in_menu(a, key);
	if (key->number & MOUSE_PRESS)
		strbuf_clear(&a->message);
	if (button == MOUSE_WHEEL_UP || button == MOUSE_WHEEL_DOWN)
		return wheel(a, key);
	if (button == MOUSE_RIGHT && key->number & MOUSE_PRESS)
		return open_context(a, key->x, key->y);
	if (button != MOUSE_LEFT)
		return 0;
	if (key->number & MOUSE_PRESS)
		return press(a, key->x, key->y);
	return key->number & MOUSE_DRAG ? drag(a, key->x, key->y) : 0;
}
