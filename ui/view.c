#include "view.h"

#include <string.h>

#include "i18n.h"
#include "query_tiles.h"

const struct view views[VIEW_COUNT] = {
	[VIEW_GRAPH] = {N_("graph"), view_graph_draw},
	[VIEW_SOURCE] = {N_("source"), view_source_draw},
	[VIEW_LISTS] = {N_("lists"), view_lists_draw},
	[VIEW_OBJECT] = {N_("object"), view_object_draw},
	[VIEW_OUTPUT] = {N_("output"), view_output_draw},
	[VIEW_STORY] = {N_("story"), view_story_draw},
	[VIEW_TIMELINE] = {N_("timeline"), view_timeline_draw},
	[VIEW_TILES] = {N_("tiles"), view_tiles_draw},
	[VIEW_ANSWER] = {N_("answer"), view_answer_draw},
	[VIEW_EXPLAIN] = {N_("explain"), view_explain_draw},
	[VIEW_COUNTERS] = {N_("counters"), view_counters_draw},
};

int view_tile_by(const char *name)
{
	static const char *const ways[TILE_BY_COUNT] = {
		"tiles:state", "tiles:list", "tiles:age", "tiles:type"};

	for (int by = 0; by < TILE_BY_COUNT; by++) {
		if (strcmp(ways[by], name) == 0)
			return by;
	}
	return -1;
}

int view_find(const char *name)
{
	if (view_tile_by(name) >= 0)
		return VIEW_TILES;
	if (strcmp(name, "list") == 0 || strcmp(name, "gcrefs") == 0)
		return VIEW_LISTS;
	for (int i = 0; i < VIEW_COUNT; i++) {
		if (strcmp(views[i].name, name) == 0)
			return i;
	}
	return -1;
}

struct rows rows_start(struct canvas *c, int scroll)
{
	return (struct rows){c, -scroll, 0};
}

int rows_next(struct rows *r)
{
	r->count++;
	return r->y++;
}

void rows_text(struct rows *r, int x, const char *text, unsigned style)
{
	int y = rows_next(r);

	if (y >= 0 && y < r->c->rows)
		canvas_text_fit(
			r->c, x, y, r->c->columns - x, CANVAS_CUT_END, text, style);
}

void rows_wrap(struct rows *r, int x, const char *text, unsigned style)
{
	struct canvas_rect place = {x, r->y, r->c->columns - x, 0};
	int rows = canvas_text_wrap(r->c, place, text, style);

	place.height = rows < r->c->rows - r->y ? rows : r->c->rows - r->y;
	canvas_text_wrap(r->c, place, text, style);
	r->y += rows;
	r->count += rows;
}

void spots_add(
	struct spots *s, struct canvas_rect place, enum spot_kind kind, uint64_t what)
{
	if (s && s->count < SPOTS)
		s->at[s->count++] = (struct spot){place, kind, what};
}
