#include "app_part.h"

#include <stdlib.h>

#include "i18n.h"
#include "xalloc.h"

struct app *app_new(const struct scenario *scenario, struct machine *machine,
	const struct app_options *options)
{
	struct app *a = xcalloc(1, sizeof(*a));

	a->scenario = scenario;
	a->machine = machine;
	a->options = *options;
	a->theme = options->theme;
	a->tile_by = options->tile_by;
	a->names = naming_new(reg(machine_world(machine), REG_SERIAL));
	a->follow = query_follow_new(naming_first_serial(a->names));
	a->look = (struct app_look){.focus = VIEW_GRAPH, .tab = VIEW_SOURCE};
	a->message = a->wanted = a->copied = a->file = (struct strbuf)STRBUF_INIT;
	settings_init(&a->settings);
	if (options->settings)
		a->settings = *options->settings;
	a->mouse.off = !a->settings.mouse;
	settings_keymap(&a->settings, &a->keymap);
	app_set_pace(a, a->settings.pace);
	app_set_present(a, a->settings.present);
	return a;
}

void app_free(struct app *a)
{
	if (!a)
		return;
	for (int i = 0; i < APP_PLACINGS; i++)
		placing_free(a->placings[i].placing);
	app_graph_free(a);
	timeline_free(&a->timeline);
	report_free(&a->answer);
	query_follow_free(a->follow);
	naming_free(a->names);
	app_free_branches(a);
	menu_close(&a->menu);
	stops_free(&a->stops);
	prompt_free(&a->prompt);
	prompt_lines_free(&a->lines[0]);
	prompt_lines_free(&a->lines[1]);
	prompt_lines_free(&a->lines[2]);
	strbuf_free(&a->message);
	strbuf_free(&a->wanted);
	strbuf_free(&a->copied);
	strbuf_free(&a->file);
	free(a);
}

/* Another selection is looked at from where it would be looked at. */
static void forget_pan(struct app *a)
{
	if (a->panned_from != a->look.chosen)
		a->pan_x = a->pan_y = 0;
}

struct scene_source app_source(struct app *a)
{
	timeline_update(&a->timeline, a->machine, a->names);
	return (struct scene_source){
		.machine = a->machine,
		.scenario = a->scenario,
		.timeline = &a->timeline,
		.names = a->names,
		.follow = a->follow,
		.choice = &a->choice,
		.way = {a->way.from, a->way.to},
		.stops = &a->stops,
		.chosen = a->look.chosen,
		.language = a->options.language ? a->options.language : "",
	};
}

void app_scene(struct app *a, struct scene *s)
{
	struct scene_source source = app_source(a);

	forget_pan(a);
	scene_init(s, &source);
}

static bool is_for(
	const struct app_placing *p, const struct app *a, const struct canvas *c)
{
	return p->placing && p->columns == c->columns && p->rows == c->rows &&
		p->glyphs == c->glyphs && p->choice == a->choice.number;
}

struct placing *app_placing_for(struct app *a, const struct canvas *c)
{
	struct app_placing *oldest = &a->placings[0];

	a->clock++;
	for (int i = 0; i < APP_PLACINGS; i++) {
		struct app_placing *p = &a->placings[i];

		if (is_for(p, a, c)) {
			p->used = a->clock;
			return p->placing;
		}
		if (p->used < oldest->used)
			oldest = p;
	}
	placing_free(oldest->placing);
	*oldest = (struct app_placing){.columns = c->columns,
		.rows = c->rows,
		.glyphs = c->glyphs,
		.choice = a->choice.number,
		.placing = placing_new(),
		.used = a->clock};
	return oldest->placing;
}

void app_tidy(struct app *a)
{
	for (int i = 0; i < APP_PLACINGS; i++) {
		if (a->placings[i].placing)
			placing_reset(a->placings[i].placing);
	}
}

void app_relabel(struct app *a, const char *code)
{
	a->options.language = code;
	app_tidy(a);
}

void app_clock(struct app *a, uint64_t now)
{
	a->now = now;
}

const char *app_message(const struct app *a)
{
	return a->message.text;
}

void app_report(struct app *a, const char *text)
{
	app_say(a, text);
}
