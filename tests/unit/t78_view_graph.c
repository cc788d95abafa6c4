#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "graph_reader.h"
#include "layout.h"
#include "placing.h"
#include "play.h"
#include "strbuf.h"
#include "view.h"
#include "xalloc.h"

/* The graph as it is drawn says of the heap what is so, at every step. */

struct viewer {
	struct play play;
	struct placing *placing;
	struct timeline timeline;
	struct canvas canvas;
	struct graph_choice choice;
	char *last; /* the picture read last */
	unsigned read, labels;
};

static void viewer_open(struct viewer *v, const char *file, enum glyph_set glyphs)
{
	*v = (struct viewer){.placing = placing_new()};
	play_file(&v->play, file, GC_FIVE_STEP);
	canvas_init(&v->canvas, 160, 50, glyphs);
}

static void viewer_close(struct viewer *v)
{
	canvas_free(&v->canvas);
	placing_free(v->placing);
	timeline_free(&v->timeline);
	graph_choice_free(&v->choice);
	play_free(&v->play);
	free(v->last);
}

static void viewer_scene(struct viewer *v, struct scene *s)
{
	struct scene_source source = {
		.machine = v->play.machine,
		.scenario = v->play.scenario,
		.timeline = &v->timeline,
		.names = v->play.names,
		.choice = &v->choice,
		.language = "",
	};

	scene_init(s, &source);
}

/* ---- names as both sides write them */

enum {
	ALL_OF = 100, /* steps that are checked, then ONE_OF so many */
	ONE_OF = 23,
	CUT_ONE_OF = 7, /* of the pictures that are read */
	NAME_BYTES = 10 /* longer ones may be cut in the middle */
};

/* "Node #7" of "Node #7   2XFw"; of a name without a number all but the marks. */
static void add_name(struct strbuf *out, const char *label, bool root)
{
	const char *hash = strchr(label, '#');
	const char *end = strrchr(label, ' ');
	size_t n = strlen(label);

	if (!root && hash) {
		n = (size_t)(hash - label) + 1;
		n += strspn(label + n, "-0123456789");
	} else if (!root && end && strspn(end + 1, "012?XDRUFfw") == strlen(end + 1)) {
		n = (size_t)(end - label);
		while (n > 0 && label[n - 1] == ' ')
			n--;
	} else if (root && n > NAME_BYTES) {
		n = NAME_BYTES;
	}
	if (root)
		strbuf_putc(out, '(');
	strbuf_add(out, label, n);
	if (root)
		strbuf_putc(out, ')');
}

struct lines {
	char **at;
	size_t count;
};

static void add_line(struct lines *l, struct strbuf *text)
{
	l->at = xreallocarray(l->at, l->count + 1, sizeof(*l->at));
	l->at[l->count++] = strbuf_take(text);
}

static int compare_lines(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

/* Sorted, each once, as one text; frees the lines. */
static char *lines_text(struct lines *l)
{
	struct strbuf out = STRBUF_INIT;

	if (l->count)
		qsort(l->at, l->count, sizeof(*l->at), compare_lines);
	for (size_t i = 0; i < l->count; i++) {
		if (i == 0 || strcmp(l->at[i], l->at[i - 1]) != 0)
			strbuf_printf(&out, "%s\n", l->at[i]);
	}
	for (size_t i = 0; i < l->count; i++)
		free(l->at[i]);
	free(l->at);
	return strbuf_take(&out);
}

/* ---- what there is */

static void add_id(
	struct strbuf *out, const struct scene *s, const struct picture *p, uint32_t id)
{
	struct strbuf name = STRBUF_INIT;

	if (id & PICTURE_ROOT) {
		for (uint32_t i = 0; i < p->root_count; i++) {
			if (p->roots[i].id == id)
				strbuf_puts(&name, p->roots[i].text);
		}
	} else {
		query_name(&s->query, naming_find(s->names, s->w, id), &name);
	}
	add_name(out, name.text, (id & PICTURE_ROOT) != 0);
	strbuf_free(&name);
}

static char *wanted(const struct scene *s)
{
	struct picture p;
	struct lines lines = {NULL, 0};

	query_picture(&s->query, s->options, &p);
	for (uint32_t i = 0; i < p.edge_count; i++) {
		struct strbuf line = STRBUF_INIT;

		add_id(&line, s, &p, p.edges[i].from);
		strbuf_puts(&line, p.edges[i].weak ? " ~> " : " -> ");
		add_id(&line, s, &p, p.edges[i].to);
		add_line(&lines, &line);
	}
	picture_free(&p);
	return lines_text(&lines);
}

/* ---- what is drawn */

static char *drawn(const char *picture)
{
	struct graph_reading r = graph_read(picture);
	struct lines lines = {NULL, 0};

	for (size_t i = 0; i < r.edge_count; i++) {
		const struct graph_box *tail = &r.boxes[r.edges[i].tail];
		const struct graph_box *head = &r.boxes[r.edges[i].head];
		struct strbuf line = STRBUF_INIT;

		add_name(&line, tail->label, tail->root);
		strbuf_puts(&line, r.edges[i].weak ? " ~> " : " -> ");
		add_name(&line, head->label, head->root);
		add_line(&lines, &line);
	}
	for (size_t i = 0; i < r.spot_count; i++) {
		struct strbuf line = STRBUF_INIT;

		strbuf_printf(&line, "unreadable %d,%d: %s", r.spots[i].x, r.spots[i].y,
			r.spots[i].why);
		add_line(&lines, &line);
	}
	graph_reading_free(&r);
	return lines_text(&lines);
}

/* The picture without the line of marks below it. */
static char *picture_of(struct viewer *v, const struct scene *s)
{
	struct view_place place = {.placing = v->placing};
	struct strbuf text = STRBUF_INIT;
	const struct layout *layout;
	char *last;

	view_graph_draw(&v->canvas, s, &place);
	layout = placing_find(v->placing, s->step);
	if (layout &&
		(layout->width > v->canvas.columns ||
			layout->height >= v->canvas.rows)) {
		canvas_resize(&v->canvas, layout->width + 20, layout->height + 10);
		view_graph_draw(&v->canvas, s, &place);
	}
	for (int x = 0; x < v->canvas.columns; x++)
		canvas_text(&v->canvas, x, v->canvas.rows - 1, " ", 0);
	canvas_dump(&v->canvas, &text);
	last = strbuf_take(&text);
	return last;
}

/* Bytes of the label at TEXT: what stands between two pieces of one line. */
static size_t label_length(const char *text)
{
	size_t n = strcspn(text, " \n\xe2");

	if (strncmp(text + n, "\xe2\x80\xa6", 3) == 0) /* … */
		n += 3;
	return n > 0 && strncmp(text + n, "─", strlen("─")) == 0 ? n : 0;
}

/* The picture with lines where labels were, but for label CUT, counted from 0,
 * where there is nothing; the number of labels is added to *COUNT. */
static char *without_labels(const char *picture, unsigned cut, unsigned *count)
{
	unsigned label = 0;
	const size_t dash = strlen("─");
	struct strbuf out = STRBUF_INIT;

	for (const char *p = picture; *p;) {
		bool line = strncmp(p, "─", dash) == 0;
		size_t n = line ? label_length(p + dash) : 0;

		strbuf_add(&out, p, line ? dash : 1);
		p += line ? dash : 1;
		for (size_t i = 0; i < n; i++) {
			if (((unsigned char)p[i] & 0xc0) != 0x80)
				strbuf_puts(&out, label == cut ? " " : "─");
		}
		p += n;
		label += n > 0;
	}
	*count += label;
	return strbuf_take(&out);
}

static unsigned count_references(const char *drawn)
{
	unsigned count = 0;

	for (const char *p = drawn; *p; p = strchr(p, '\n') + 1)
		count += strncmp(p, "unreadable", strlen("unreadable")) != 0;
	return count;
}

/* Where a label stands there is the line of one reference and of no other: without
 * that piece the picture says one less. */
static void check_cuts(const char *picture, unsigned references)
{
	unsigned labels = 1;

	for (unsigned cut = 0; cut < labels; cut++) {
		char *text, *left;

		labels = 0;
		text = without_labels(picture, cut, &labels);
		left = drawn(text);
		if (cut < labels)
			assert_int_equal(count_references(left), references - 1);
		free(left);
		free(text);
	}
}

static void check_step(struct viewer *v)
{
	struct scene s;
	char *picture;

	viewer_scene(v, &s);
	picture = picture_of(v, &s);
	if (!v->last || strcmp(v->last, picture) != 0) {
		char *plain = v->choice.labelled
			? without_labels(picture, UINT32_MAX, &v->labels)
			: xstrdup(picture);
		char *want = wanted(&s), *got = *want ? drawn(plain) : xstrdup("");

		if (strcmp(want, got) != 0)
			fprintf(stderr, "step %llu\n%s\ndrawn:\n%swanted:\n%s",
				(unsigned long long)machine_position(v->play.machine),
				picture, got, want);
		assert_string_equal(got, want);
		if (v->choice.labelled && v->read % CUT_ONE_OF == 0)
			check_cuts(picture, count_references(want));
		free(want);
		free(got);
		free(plain);
		v->read++;
	}
	free(v->last);
	v->last = picture;
	scene_free(&s);
}

/* Returns the number of labels that were seen. */
static unsigned check_file(const char *file, enum glyph_set glyphs, bool labelled)
{
	const char *thorough = getenv("GCREFS_THOROUGH");
	unsigned shown = 0, found;
	struct viewer v;

	viewer_open(&v, file, glyphs);
	v.choice.labelled = labelled;
	while (play_step(&v.play)) {
		struct event e = machine_event(v.play.machine);

		if (event_is_shown(&e) &&
			(shown < ALL_OF || thorough || shown % ONE_OF == 0))
			check_step(&v);
		shown += event_is_shown(&e);
	}
	assert_true(v.read > 0);
	found = v.labels;
	viewer_close(&v);
	return found;
}

static void check_all(enum glyph_set glyphs, bool labelled)
{
	unsigned labels = 0;

	int count;
	char **files = play_scenarios(&count);

	for (int i = 0; i < count; i++) {
		labels += check_file(files[i], glyphs, labelled);
		free(files[i]);
	}
	free(files);
	assert_int_equal(labels > 0, labelled);
}

static void the_scenarios_read_back(void **state)
{
	(void)state;
	check_all(GLYPHS_UNICODE, false);
}

static void the_scenarios_read_back_in_ascii(void **state)
{
	(void)state;
	check_all(GLYPHS_ASCII, false);
}

static void names_stand_only_on_their_lines(void **state)
{
	(void)state;
	check_all(GLYPHS_UNICODE, true);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_scenarios_read_back),
		cmocka_unit_test(the_scenarios_read_back_in_ascii),
		cmocka_unit_test(names_stand_only_on_their_lines),
	};

	setlocale(LC_ALL, "C.UTF-8");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
