#include "graph_reader.h"

#include <stdlib.h>
#include <string.h>

#include "graph_grid.h"
#include "strbuf.h"
#include "xalloc.h"

enum {
	N = ARM_NORTH,
	E = ARM_EAST,
	S = ARM_SOUTH,
	W = ARM_WEST
};

struct sign {
	uint32_t code;
	enum sign_kind kind;
	unsigned arms;
};

/* The arms of a head are those of the line that comes to it. */
static const struct sign signs[] = {
	{L'─', SIGN_LINE, E | W},
	{L'│', SIGN_LINE, N | S},
	{L'╌', SIGN_WEAK, E | W},
	{L'╎', SIGN_WEAK, N | S},
	{L'╭', SIGN_TURN, E | S},
	{L'╮', SIGN_TURN, S | W},
	{L'╰', SIGN_TURN, N | E},
	{L'╯', SIGN_TURN, N | W},
	{L'├', SIGN_TURN, N | E | S},
	{L'┤', SIGN_TURN, N | S | W},
	{L'┬', SIGN_TURN, E | S | W},
	{L'┴', SIGN_TURN, N | E | W},
	{L'●', SIGN_TURN, N | E | S | W},
	{L'┼', SIGN_CROSSING, N | E | S | W},
	{L'►', SIGN_HEAD, W},
	{L'◄', SIGN_HEAD, E},
	{L'▲', SIGN_HEAD, S},
	{L'▼', SIGN_HEAD, N},
	{'-', SIGN_LINE, E | W},
	{'|', SIGN_LINE, N | S},
	{'~', SIGN_WEAK, E | W},
	{':', SIGN_WEAK, N | S},
	{'+', SIGN_CROSSING, N | E | S | W},
	{'>', SIGN_HEAD, W},
	{'<', SIGN_HEAD, E},
	{'.', SIGN_GUESSED, E | S | W},
	{'\'', SIGN_GUESSED, N | E | W},
	{'*', SIGN_GUESSED, N | E | S | W},
};

/* An end of a net at a box. */
struct terminal {
	size_t net;
	int box;
	bool head;
};

struct reader {
	struct grid grid;
	size_t *parent;            /* of the nets: two for a cell, see net_at() */
	bool *is_weak, *is_strong; /* by net */
	struct terminal *terminals;
	size_t terminal_count;
};

static struct grid_cell *at(struct reader *r, int x, int y)
{
	return grid_at(&r->grid, x, y);
}

static void complain(struct reader *r, int x, int y, const char *why)
{
	grid_complain(&r->grid, x, y, why);
}

static void find_lines(struct reader *r)
{
	for (int y = 0; y < r->grid.rows; y++) {
		for (int x = 0; x < r->grid.columns; x++) {
			struct grid_cell *c = at(r, x, y);
			if (c->part != PART_OUTSIDE || c->code == ' ' ||
				c->code == L'┄' || c->code == L'┆')
				continue;
			for (size_t i = 0; i < sizeof signs / sizeof *signs; i++) {
				if (signs[i].code == c->code) {
					c->kind = signs[i].kind;
					c->arms = signs[i].arms;
				}
			}
			if (c->kind == SIGN_NONE)
				complain(r, x, y, "neither a line nor a box");
		}
	}
}

static void step(unsigned arm, int *x, int *y)
{
	*x += (arm == E) - (arm == W);
	*y += (arm == S) - (arm == N);
}

static unsigned opposite(unsigned arm)
{
	return arm < S ? arm << 2 : arm >> 2;
}

/* Takes from the guessed signs the arms that nothing around can meet. */
static void guess_arms(struct reader *r)
{
	for (int y = 0; y < r->grid.rows; y++) {
		for (int x = 0; x < r->grid.columns; x++) {
			struct grid_cell *c = at(r, x, y);
			if (c->kind != SIGN_GUESSED)
				continue;
			unsigned kept = 0;
			for (unsigned arm = N; arm <= W; arm <<= 1) {
				int nx = x, ny = y;
				step(arm, &nx, &ny);
				if (c->arms & arm && at(r, nx, ny)->kind != SIGN_NONE &&
					at(r, nx, ny)->arms & opposite(arm))
					kept |= arm;
			}
			if (c->code == '*' ? !(kept & (kept - 1))
					   : kept == (E | S | W) || kept == (N | E | W))
				complain(r, x, y, "a corner that is none");
			c->arms = kept;
		}
	}
}

/* --- nets --- */

/* A cell has two nets, of which only a crossing uses the second: for its vertical. */
static size_t net_at(struct reader *r, int x, int y, unsigned arm)
{
	size_t cell = (size_t)y * (size_t)r->grid.columns + (size_t)x;

	return 2 * cell +
		(r->grid.cells[cell].kind == SIGN_CROSSING && arm & (N | S) ? 1 : 0);
}

static size_t find_net(struct reader *r, size_t net)
{
	while (r->parent[net] != net) {
		r->parent[net] = r->parent[r->parent[net]];
		net = r->parent[net];
	}
	return net;
}

static void add_terminal(struct reader *r, size_t net, int box, bool head)
{
	r->terminals = xreallocarray(
		r->terminals, r->terminal_count + 1, sizeof *r->terminals);
	r->terminals[r->terminal_count++] = (struct terminal){net, box, head};
}

/* Follows one arm of the line, or of the tail on a frame's side, at X, Y. */
static void follow_arm(struct reader *r, int x, int y, unsigned arm)
{
	int nx = x, ny = y;

	step(arm, &nx, &ny);
	struct grid_cell *next = at(r, nx, ny);
	bool across = arm & (E | W);
	if (next->part == PART_OUTSIDE && next->kind != SIGN_NONE &&
		next->arms & opposite(arm))
		r->parent[find_net(r, net_at(r, x, y, arm))] =
			find_net(r, net_at(r, nx, ny, arm));
	else if (next->part == PART_SIDE && next->arms & opposite(arm))
		; /* the tail follows it from the other side */
	else if (next->part == PART_OPEN_SIDE && across)
		add_terminal(r, net_at(r, x, y, arm), next->box, false);
	else
		complain(r, x, y, "a line that ends nowhere");
}

static void follow_head(struct reader *r, int x, int y)
{
	unsigned pointing = opposite(at(r, x, y)->arms);
	int nx = x, ny = y;

	step(pointing, &nx, &ny);
	if (at(r, nx, ny)->part == PART_OUTSIDE)
		complain(r, x, y, "a head at no box");
	else
		add_terminal(r, net_at(r, x, y, pointing), at(r, nx, ny)->box, true);
}

static void follow(struct reader *r, int x, int y)
{
	struct grid_cell *c = at(r, x, y);

	for (unsigned arm = N; arm <= W; arm <<= 1)
		if (c->arms & arm)
			follow_arm(r, x, y, arm);
	if (c->kind == SIGN_HEAD)
		follow_head(r, x, y);
	if (c->part == PART_SIDE && c->arms)
		add_terminal(r, net_at(r, x, y, c->arms), c->box, false);
}

static void find_nets(struct reader *r)
{
	size_t count = 2 * (size_t)r->grid.columns * (size_t)r->grid.rows;

	r->parent = xcalloc(count + 1, sizeof *r->parent);
	r->is_weak = xcalloc(count + 1, sizeof *r->is_weak);
	r->is_strong = xcalloc(count + 1, sizeof *r->is_strong);
	for (size_t i = 0; i < count; i++)
		r->parent[i] = i;
	for (int y = 0; y < r->grid.rows; y++)
		for (int x = 0; x < r->grid.columns; x++)
			follow(r, x, y);
}

static void find_weak(struct reader *r)
{
	for (int y = 0; y < r->grid.rows; y++) {
		for (int x = 0; x < r->grid.columns; x++) {
			struct grid_cell *c = at(r, x, y);
			size_t net = find_net(r, net_at(r, x, y, c->arms));
			if (c->kind == SIGN_WEAK)
				r->is_weak[net] = true;
			if (c->kind == SIGN_LINE)
				r->is_strong[net] = true;
			if (r->is_weak[net] && r->is_strong[net]) {
				complain(r, x, y, "a line both weak and strong");
				r->is_weak[net] = r->is_strong[net] = false;
			}
		}
	}
}

/* --- references --- */

static void add_edge(struct reader *r, int tail, int head, bool weak)
{
	struct graph_reading *out = r->grid.out;

	out->edges = xreallocarray(out->edges, out->edge_count + 1, sizeof *out->edges);
	out->edges[out->edge_count++] = (struct graph_edge){tail, head, weak};
}

static int compare_terminals(const void *a, const void *b)
{
	const struct terminal *s = a, *t = b;

	if (s->net != t->net)
		return s->net < t->net ? -1 : 1;
	if (s->head != t->head)
		return s->head ? 1 : -1;
	return s->box - t->box;
}

/* The references of one net; T are its TAILS tails, then its HEADS heads. */
static void read_net(
	struct reader *r, const struct terminal *t, size_t tails, size_t heads)
{
	bool weak = r->is_weak[t->net];
	size_t cell = t->net / 2;

	if (tails == 0 && heads == 2) {
		add_edge(r, t[0].box, t[1].box, weak);
		add_edge(r, t[1].box, t[0].box, weak);
	} else if ((tails == 1 && heads > 0) || (heads == 1 && tails > 0)) {
		for (size_t i = 0; i < tails; i++)
			for (size_t j = tails; j < tails + heads; j++)
				add_edge(r, t[i].box, t[j].box, weak);
	} else {
		complain(r, (int)(cell % (size_t)r->grid.columns),
			(int)(cell / (size_t)r->grid.columns),
			tails == 0           ? "a line without a tail"
				: heads == 0 ? "a line without a head"
					     : "a line with several tails and heads");
	}
}

static void read_nets(struct reader *r)
{
	for (size_t i = 0; i < r->terminal_count; i++)
		r->terminals[i].net = find_net(r, r->terminals[i].net);
	if (r->terminal_count)
		qsort(r->terminals, r->terminal_count, sizeof *r->terminals,
			compare_terminals);
	for (size_t i = 0; i < r->terminal_count;) {
		const struct terminal *t = &r->terminals[i];
		size_t tails = 0, heads = 0;
		for (; i < r->terminal_count && r->terminals[i].net == t->net; i++)
			*(r->terminals[i].head ? &heads : &tails) += 1;
		read_net(r, t, tails, heads);
	}
}

/* Finds the lines that come to no box at all. */
static void find_loose_lines(struct reader *r)
{
	size_t count = 2 * (size_t)r->grid.columns * (size_t)r->grid.rows;
	bool *known = xcalloc(count + 1, sizeof *known);

	for (size_t i = 0; i < r->terminal_count; i++)
		known[r->terminals[i].net] = true;
	for (int y = 0; y < r->grid.rows; y++) {
		for (int x = 0; x < r->grid.columns; x++) {
			if (at(r, x, y)->kind == SIGN_NONE)
				continue;
			for (unsigned arm = N; arm <= E; arm <<= 1) {
				size_t net = find_net(r, net_at(r, x, y, arm));
				if (!known[net])
					complain(r, x, y, "a line without a box");
				known[net] = true;
			}
		}
	}
	free(known);
}

static int compare_edges(const void *a, const void *b)
{
	const struct graph_edge *s = a, *t = b;

	if (s->tail != t->tail)
		return s->tail - t->tail;
	if (s->head != t->head)
		return s->head - t->head;
	return s->weak - t->weak;
}

static void tidy_edges(struct graph_reading *out)
{
	size_t kept = 0;

	if (out->edge_count)
		qsort(out->edges, out->edge_count, sizeof *out->edges, compare_edges);
	for (size_t i = 0; i < out->edge_count; i++)
		if (!kept || compare_edges(&out->edges[kept - 1], &out->edges[i]))
			out->edges[kept++] = out->edges[i];
	out->edge_count = kept;
}

struct graph_reading graph_read(const char *text)
{
	struct graph_reading out = {0};
	struct reader r = {.grid = grid_read(text, &out)};

	find_lines(&r);
	guess_arms(&r);
	find_nets(&r);
	find_weak(&r);
	read_nets(&r);
	find_loose_lines(&r);
	tidy_edges(&out);
	grid_free(&r.grid);
	free(r.parent);
	free(r.is_weak);
	free(r.is_strong);
	free(r.terminals);
	return out;
}

void graph_reading_free(struct graph_reading *g)
{
	for (size_t i = 0; i < g->box_count; i++)
		free(g->boxes[i].label);
	free(g->boxes);
	free(g->edges);
	free(g->spots);
	*g = (struct graph_reading){0};
}

int graph_find_box(const struct graph_reading *g, const char *label)
{
	int found = -1;

	for (size_t i = 0; i < g->box_count; i++)
		if (strcmp(g->boxes[i].label, label) == 0)
			found = found == -1 ? (int)i : -2;
	return found;
}

static int compare_texts(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

static char *edge_text(const struct graph_reading *g, struct graph_edge e)
{
	struct strbuf text = STRBUF_INIT;
	const struct graph_box *tail = &g->boxes[e.tail], *head = &g->boxes[e.head];

	strbuf_printf(&text, tail->root ? "(%s)" : "%s", tail->label);
	strbuf_puts(&text, e.weak ? " ~> " : " -> ");
	strbuf_printf(&text, head->root ? "(%s)" : "%s", head->label);
	return strbuf_take(&text);
}

char *graph_reading_text(const struct graph_reading *g)
{
	struct strbuf text = STRBUF_INIT;
	char **lines = xcalloc(g->edge_count + 1, sizeof *lines);

	for (size_t i = 0; i < g->edge_count; i++)
		lines[i] = edge_text(g, g->edges[i]);
	qsort(lines, g->edge_count, sizeof *lines, compare_texts);
	for (size_t i = 0; i < g->edge_count; i++) {
		strbuf_printf(&text, "%s\n", lines[i]);
		free(lines[i]);
	}
	free(lines);
	for (size_t i = 0; i < g->spot_count; i++)
		strbuf_printf(&text, "unreadable %d,%d: %s\n", g->spots[i].x,
			g->spots[i].y, g->spots[i].why);
	return strbuf_take(&text);
}
