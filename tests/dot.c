#include "dot.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "xalloc.h"

static int find_node(struct dot *d, const char *name)
{
	for (int i = 0; i < d->node_count; i++)
		if (!strcmp(d->nodes[i].name, name))
			return i;
	d->nodes = xreallocarray(d->nodes, (size_t)d->node_count + 1, sizeof *d->nodes);
	d->nodes[d->node_count] =
		(struct dot_node){.name = xstrdup(name), .label = xstrdup(name)};
	return d->node_count++;
}

static bool is_root_label(const char *label)
{
	return label[0] == 'v' && label[1] &&
		strspn(label + 1, "0123456789") == strlen(label + 1);
}

static void read_node(struct dot *d, const char *name, const char *statement)
{
	int node = find_node(d, name);
	const char *label = strstr(statement, "label=\"");

	if (label) {
		label += strlen("label=\"");
		free(d->nodes[node].label);
		d->nodes[node].label = xstrndup(label, strcspn(label, "\""));
	}
	d->nodes[node].root = strstr(statement, "style=rounded") ||
		is_root_label(d->nodes[node].label);
}

static void read_statement(struct dot *d, const char *statement)
{
	char from[64], to[64];
	int from_node, to_node;

	if (sscanf(statement, " %63[A-Za-z0-9_] -> %63[A-Za-z0-9_]", from, to) == 2) {
		from_node = find_node(d, from);
		to_node = find_node(d, to);
		d->edges = xreallocarray(
			d->edges, (size_t)d->edge_count + 1, sizeof *d->edges);
		d->edges[d->edge_count++] = (struct dot_edge){.from = from_node,
			.to = to_node,
			.weak = strstr(statement, "dashed") != NULL};
	} else if (sscanf(statement, " %63[A-Za-z0-9_]", from) == 1 &&
		strchr(statement, '[') && strcmp(from, "node")) {
		read_node(d, from, statement);
	}
}

struct dot *dot_read(const char *path)
{
	FILE *file = fopen(path, "r");
	struct dot *d;
	char line[4096];

	if (!file)
		return NULL;
	d = xcalloc(1, sizeof *d);
	while (fgets(line, sizeof line, file)) {
		char *rest, *start = strchr(line, '{');
		start = start ? start + 1 : line;
		for (char *s = strtok_r(start, ";", &rest); s;
			s = strtok_r(NULL, ";", &rest))
			read_statement(d, s);
	}
	fclose(file);
	return d;
}

void dot_free(struct dot *d)
{
	if (!d)
		return;
	for (int i = 0; i < d->node_count; i++) {
		free(d->nodes[i].name);
		free(d->nodes[i].label);
	}
	free(d->nodes);
	free(d->edges);
	free(d);
}
