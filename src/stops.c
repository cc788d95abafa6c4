#include "stops.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "i18n.h"
#include "strbuf.h"
#include "xalloc.h"

/* Reading what a stop is for. */

static const char *behind(const char *text, const char *word)
{
	size_t n = strlen(word);

	if (strncmp(text, word, n) != 0 || (text[n] && text[n] != ' '))
		return NULL;
	return text + n + strspn(text + n, " ");
}

static bool read_line(struct stop *s, const char *spec)
{
	const char *number = behind(spec, "line");
	char *end;

	if (!number)
		number = spec;
	if (!isdigit((unsigned char)*number))
		return false;
	s->line = (int)strtol(number, &end, 10);
	s->kind = STOP_LINE;
	return !*end && s->line > 0;
}

static bool is_phase(const char *name, enum gc_phase phase)
{
	if (strncmp(name, "step:", 5) == 0)
		return name[5] == '0' + gc_phase_step(phase) && name[5] > '0' &&
			!name[6];
	return phase != GC_PHASE_IDLE && strcmp(gc_phase_function(phase), name) == 0;
}

static bool read_phase(struct stop *s, const char *spec)
{
	const char *name = behind(spec, "phase");

	if (!name)
		name = spec;
	for (int phase = 0; phase < GC_PHASES; phase++) {
		if (!is_phase(name, (enum gc_phase)phase))
			continue;
		s->kind = STOP_PHASE;
		s->phase = xstrdup(name);
		return true;
	}
	return false;
}

/* The kind of event, and the object behind it; *WRONG: that is no object. */
static bool read_event(
	struct stop *s, const char *spec, struct strbuf *why, bool *wrong)
{
	const char *rest = NULL;

	for (int kind = EV_LINE; kind < EVENT_KINDS; kind++) {
		rest = behind(spec, event_kind_name((enum event_kind)kind));
		if (!rest)
			continue;
		s->kind = STOP_EVENT;
		s->event = kind;
		break;
	}
	if (!rest)
		return false;
	if (*rest)
		s->condition = condition_parse(rest, why);
	*wrong = *rest && (!s->condition || !condition_is_object(s->condition));
	return true;
}

static bool read_condition(struct stop *s, const char *spec, struct strbuf *why)
{
	s->condition = condition_parse(spec, why);
	if (!s->condition)
		return false;
	s->kind = condition_is_object(s->condition) ? STOP_OBJECT : STOP_CONDITION;
	return true;
}

static void stop_free(struct stop *s)
{
	condition_free(s->condition);
	free(s->phase);
	free(s->text);
}

static bool read_stop(struct stop *s, const char *spec, bool watch, struct strbuf *why)
{
	const char *condition = behind(spec, "if");
	bool wrong = false, done;

	if (watch) {
		done = read_condition(s, spec, why);
		s->kind = STOP_WATCH;
		return done;
	}
	if (condition)
		return read_condition(s, condition, why);
	if (read_line(s, spec) || read_phase(s, spec))
		return true;
	done = read_event(s, spec, why, &wrong);
	if (wrong && !why->length)
		strbuf_puts(why, _("an object is to stand behind an event"));
	return done ? !wrong : read_condition(s, spec, why);
}

int stops_add(struct stops *s, const char *spec, bool watch, struct strbuf *why)
{
	struct stop stop = {.enabled = true};

	if (!read_stop(&stop, spec, watch, why)) {
		stop_free(&stop);
		return 0;
	}
	stop.number = ++s->numbers;
	stop.text = xstrdup(spec);
	s->at = xreallocarray(s->at, (size_t)s->count + 1, sizeof(*s->at));
	s->at[s->count++] = stop;
	return stop.number;
}

struct stop *stops_find(struct stops *s, int number)
{
	for (int i = 0; i < s->count; i++) {
		if (s->at[i].number == number)
			return &s->at[i];
	}
	return NULL;
}

bool stops_remove(struct stops *s, int number)
{
	struct stop *stop = stops_find(s, number);

	if (!stop)
		return false;
	stop_free(stop);
	s->count--;
	memmove(stop, stop + 1, (size_t)(s->at + s->count - stop) * sizeof(*stop));
	return true;
}

void stops_free(struct stops *s)
{
	for (int i = 0; i < s->count; i++)
		stop_free(&s->at[i]);
	free(s->at);
	*s = (struct stops){0};
}

void stops_forget(struct stops *s)
{
	for (int i = 0; i < s->count; i++) {
		if (s->at[i].condition)
			condition_forget(s->at[i].condition);
	}
}

struct stop *stops_on_line(const struct stops *s, int line)
{
	for (int i = 0; i < s->count; i++) {
		if (s->at[i].kind == STOP_LINE && s->at[i].line == line)
			return &s->at[i];
	}
	return NULL;
}

bool stops_any_enabled(const struct stops *s)
{
	for (int i = 0; i < s->count; i++) {
		if (s->at[i].enabled)
			return true;
	}
	return false;
}

bool stops_only_lines(const struct stops *s)
{
	for (int i = 0; i < s->count; i++) {
		if (s->at[i].enabled && s->at[i].kind != STOP_LINE)
			return false;
	}
	return true;
}

/* Looking. */

/* Steps of the collector's arithmetic change neither names nor references. */
static bool may_change_heap(const struct event *e)
{
	return e->kind != EV_COPY_REFS && e->kind != EV_SUBTRACT_REF &&
		e->kind != EV_KEEP;
}

static bool is_about(struct stop *s, const struct event *e)
{
	const struct condition_value *v = &s->value;

	return v->kind == VALUE_OBJECT &&
		(e->object == (uint32_t)v->number || e->other == (uint32_t)v->number);
}

static bool is_event(struct stop *s, const struct event *e)
{
	switch (s->kind) {
	case STOP_LINE:
		return e->kind == EV_LINE && e->line == s->line;
	case STOP_EVENT:
		return e->kind == s->event && (!s->condition || is_about(s, e));
	case STOP_PHASE:
		return e->kind == EV_GC_PHASE &&
			is_phase(s->phase, (enum gc_phase)e->now);
	case STOP_OBJECT:
		return is_about(s, e);
	default:
		return false;
	}
}

static void look(struct stop *s, const struct condition_state *now)
{
	if (s->condition)
		s->value = condition_value(s->condition, now);
}

void stops_begin(struct stops *s, const struct condition_state *now)
{
	for (int i = 0; i < s->count; i++)
		look(&s->at[i], now);
}

/* Whether going from BEFORE to NOW, forward in time, is what the stop is for. */
static bool is_change(const struct stop *s, const struct condition_value *before,
	const struct condition_value *now)
{
	if (s->kind == STOP_WATCH)
		return !value_is_same(before, now);
	return s->kind == STOP_CONDITION && value_is_true(now) &&
		!value_is_true(before);
}

int stops_forward(
	struct stops *s, const struct condition_state *now, const struct event *e)
{
	int found = 0;

	for (int i = 0; i < s->count; i++) {
		struct stop *stop = &s->at[i];
		struct condition_value before = stop->value;

		if (!stop->enabled)
			continue;
		if (stop->condition &&
			(!condition_asks_heap(stop->condition) || may_change_heap(e)))
			look(stop, now);
		if (!found &&
			(is_event(stop, e) || is_change(stop, &before, &stop->value)))
			found = stop->number;
	}
	return found;
}

int stops_backward(struct stops *s, const struct condition_state *now,
	const struct event *undone, const struct event *e, bool *here)
{
	int ahead = 0, found = 0;

	for (int i = 0; i < s->count; i++) {
		struct stop *stop = &s->at[i];
		struct condition_value behind = stop->value;

		if (!stop->enabled)
			continue;
		if (stop->condition &&
			(!condition_asks_heap(stop->condition) ||
				may_change_heap(undone)))
			look(stop, now);
		if (!ahead && is_change(stop, &stop->value, &behind))
			ahead = stop->number;
		if (!found && is_event(stop, e))
			found = stop->number;
	}
	*here = !ahead;
	return ahead ? ahead : found;
}
