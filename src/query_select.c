#include "query_select.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "codeobject.h"
#include "dialect.h"
#include "dict.h"
#include "i18n.h"
#include "number.h"
#include "parse.h"
#include "strbuf.h"
#include "text.h"
#include "xalloc.h"

/* An expression: its tree, and the objects that it leads to. */

struct lookup {
	const struct query *q;
	struct diag *d;
};

static obj_id refuse(const struct lookup *l, const char *what)
{
	diag_refuse(l->d, NULL, 0, 0, "%s", what);
	return 0;
}

static obj_id local_of(const struct lookup *l, uint32_t frame, const char *name)
{
	const struct world *w = l->q->w;
	const struct code *code = code_of(w, word(w, frame_slot(frame, PY_CODE)));
	uint32_t cells = code->cell_count + code->free_count;

	for (uint32_t i = 0; i < code->local_count; i++) {
		if (strcmp(code->local_names[i], name) == 0)
			return word(w, frame_slot(frame, PY_FIRST + i));
	}
	for (uint32_t i = 0; i < cells; i++) {
		obj_id cell =
			word(w, frame_slot(frame, PY_FIRST + code->local_count + i));

		if (strcmp(code->cell_names[i], name) == 0 && cell)
			return obj_kind(w, cell) == KIND_CELL
				? obj_field(w, cell, CELL_CONTENT)
				: cell;
	}
	return query_dict_text(l->q, word(w, frame_slot(frame, PY_NAMES)), name);
}

static obj_id find_name(const struct lookup *l, const char *name)
{
	const struct world *w = l->q->w;
	obj_id found = 0;

	for (uint32_t f = reg(w, REG_TOP); f && !found; f = word(w, f + FRAME_LINK)) {
		if (frame_kind(w, f) == FRAME_PYTHON)
			found = local_of(l, f, name);
	}
	if (!found)
		found = query_dict_text(l->q, reg(w, REG_MAIN), name);
	if (!found)
		found = query_dict_text(l->q, reg(w, REG_BUILTINS), name);
	if (!found)
		diag_refuse(l->d, NULL, 0, 0, _("name '%s' is not defined here"), name);
	return found;
}

static obj_id evaluate(const struct lookup *l, const struct ast *e, int depth);

static obj_id find_attribute(const struct lookup *l, const struct ast *e, int depth)
{
	obj_id o = evaluate(l, e->attribute.value, depth);
	obj_id found = o ? query_attribute(l->q, o, e->attribute.attr) : 0;
	struct strbuf name = STRBUF_INIT;

	if (o && !found) {
		query_name(l->q, o, &name);
		diag_refuse(l->d, NULL, 0, 0, _("%s has no attribute '%s' of its own"),
			name.text, e->attribute.attr);
		strbuf_free(&name);
	}
	return found;
}

/* A literal, or a minus before an int. */
static bool read_literal(const struct ast *e, struct ast_value *v)
{
	if (e->kind == AST_CONSTANT) {
		*v = e->constant.value;
		return true;
	}
	if (e->kind != AST_UNARY_OP || e->unary_op.op != AST_USUB ||
		e->unary_op.operand->kind != AST_CONSTANT)
		return false;
	*v = e->unary_op.operand->constant.value;
	v->integer = -v->integer;
	return v->kind == AST_VALUE_INT && v->fits;
}

static bool is_value(const struct world *w, obj_id o, const struct ast_value *v)
{
	switch (v->kind) {
	case AST_VALUE_NONE:
		return o == OBJ_NONE;
	case AST_VALUE_TRUE:
		return o == OBJ_TRUE;
	case AST_VALUE_FALSE:
		return o == OBJ_FALSE;
	case AST_VALUE_INT:
		return obj_kind(w, o) == KIND_INT && v->fits && int_fits(w, o) &&
			int_value(w, o) == v->integer;
	case AST_VALUE_STR:
	case AST_VALUE_BYTES:
		return (obj_kind(w, o) == KIND_STR || obj_kind(w, o) == KIND_BYTES) &&
			obj_n(w, o) == v->length &&
			memcmp(text_bytes(w, o), v->text, v->length) == 0;
	default:
		return false;
	}
}

static obj_id find_key(const struct lookup *l, obj_id dict, const struct ast_value *v)
{
	const struct world *w = l->q->w;

	for (uint32_t i = 0; i < dict_entries(w, dict); i++) {
		obj_id key = dict_entry_key(w, dict, i);

		if (key && is_value(w, key, v))
			return dict_entry_value(w, dict, i);
	}
	return refuse(l, _("there is no such key"));
}

static obj_id find_item(const struct lookup *l, obj_id o, const struct ast_value *v)
{
	const struct world *w = l->q->w;
	int64_t n = obj_n(w, o), i = v->integer;
	uint32_t head = obj_kind(w, o) == KIND_LIST ? LIST_HEAD : 0;

	if (v->kind != AST_VALUE_INT || !v->fits)
		return refuse(l, _("an index is a number here"));
	if (i < 0)
		i += n;
	if (i < 0 || i >= n)
		return refuse(l, _("there is no such item"));
	return obj_field(w, o, head + (uint32_t)i);
}

static obj_id find_subscript(const struct lookup *l, const struct ast *e, int depth)
{
	obj_id o = evaluate(l, e->subscript.value, depth);
	struct ast_value v;

	if (!o)
		return 0;
	if (!read_literal(e->subscript.slice, &v))
		return refuse(l, _("only a number or a string may stand in [ ] here"));
	switch (obj_kind(l->q->w, o)) {
	case KIND_DICT:
		return find_key(l, o, &v);
	case KIND_LIST:
	case KIND_TUPLE:
		return find_item(l, o, &v);
	default:
		return refuse(l, _("only lists, tuples and dicts have items here"));
	}
}

/* Deep ones are refused: the tree is as deep as the text is long. */
static obj_id evaluate(const struct lookup *l, const struct ast *e, int depth)
{
	if (depth > 500)
		return refuse(l, _("this expression is too deep"));
	switch (e->kind) {
	case AST_NAME:
		return find_name(l, e->name.id);
	case AST_ATTRIBUTE:
		return find_attribute(l, e, depth + 1);
	case AST_SUBSCRIPT:
		return find_subscript(l, e, depth + 1);
	default:
		return refuse(l,
			_("an expression of names, attributes and subscripts is "
			  "wanted, for example a.next[0]"));
	}
}

static obj_id find_expression(const struct query *q, const char *text, struct diag *d)
{
	struct lookup l = {q, d};
	struct source *source =
		source_new("<object>", text, strlen(text), q->w->dialect->version);
	struct ast_tree *tree = parse_source(source, d);
	const struct ast *root = tree ? ast_tree_root(tree) : NULL;
	obj_id found = 0;

	if (root && root->module.body.count == 1 &&
		root->module.body.items[0]->kind == AST_EXPR)
		found = evaluate(&l, root->module.body.items[0]->expr.value, 0);
	else if (root)
		refuse(&l, _("one expression is wanted, for example a.next[0]"));
	ast_tree_free(tree);
	source_free(source);
	return found;
}

/* The other ways. */

enum wanted {
	WANTED_NUMBER,
	WANTED_ID,
	WANTED_TYPE,
	WANTED_STATE,
	WANTED_LIST
};

struct filter {
	enum wanted by;
	const char *text; /* the type's name; with NUMBER: the same, or "" */
	size_t length;
	int64_t number; /* or an id, a state, a list */
};

static const char *after(const char *text, const char *prefix)
{
	size_t n = strlen(prefix);

	return strncmp(text, prefix, n) == 0 ? text + n : NULL;
}

static bool read_number(const char *text, int base, int64_t *n)
{
	char *end;

	if (!*text || isspace((unsigned char)*text) || *text == '+')
		return false;
	*n = strtoll(text, &end, base);
	return !*end;
}

static bool read_state(const char *text, int64_t *state)
{
	for (int s = 0; s < STATE_FREED; s++) {
		if (strcmp(state_word((enum object_state)s), text) == 0) {
			*state = s;
			return true;
		}
	}
	return false;
}

static bool read_list(const char *text, int64_t *list)
{
	if (strcmp(text, "frozen") == 0) {
		*list = GC_PERMANENT;
		return true;
	}
	*list = GC_GENERATION_0 + (*text - '0');
	return *text >= '0' && *text <= '2' && !text[1];
}

/* "Node #7", "Node#7", "#7". */
static bool read_numbered(const char *text, struct filter *f)
{
	const char *hash = strrchr(text, '#');

	if (!hash || !read_number(hash + 1, 10, &f->number))
		return false;
	f->by = WANTED_NUMBER;
	f->text = text;
	f->length = (size_t)(hash - text);
	while (f->length > 0 && text[f->length - 1] == ' ')
		f->length--;
	return true;
}

static bool read_filter(const char *text, struct filter *f)
{
	const char *rest;

	*f = (struct filter){0};
	if ((rest = after(text, "type:"))) {
		*f = (struct filter){WANTED_TYPE, rest, strlen(rest), 0};
		return *rest;
	}
	if ((rest = after(text, "state:"))) {
		f->by = WANTED_STATE;
		return read_state(rest, &f->number);
	}
	if ((rest = after(text, "gen:"))) {
		f->by = WANTED_LIST;
		return read_list(rest, &f->number);
	}
	if ((rest = after(text, "id:"))) {
		f->by = WANTED_ID;
		return read_number(rest, 0, &f->number);
	}
	return read_numbered(text, f);
}

static bool has_type(const struct query *q, obj_id o, const struct filter *f)
{
	struct strbuf name = STRBUF_INIT;
	bool same;

	if (f->length == 0)
		return true;
	query_type_name(q, o, &name);
	same = name.length == f->length && memcmp(name.text, f->text, f->length) == 0;
	strbuf_free(&name);
	return same;
}

static bool matches(const struct query *q, obj_id o, const struct filter *f)
{
	bool own = obj_serial(q->w, o) >= q->first_serial;

	switch (f->by) {
	case WANTED_NUMBER:
		return query_number(q, obj_serial(q->w, o)) == f->number &&
			has_type(q, o, f);
	case WANTED_ID:
		return obj_address(q->w, o) == (uint64_t)f->number;
	case WANTED_TYPE:
		return own && has_type(q, o, f);
	case WANTED_STATE:
		return own && !obj_immortal(q->w, o) &&
			query_state(q, o) == (enum object_state)f->number;
	default:
		return own && q->list[o] == (uint8_t)f->number;
	}
}

struct match {
	uint32_t serial;
	obj_id object;
};

static int compare(const void *a, const void *b)
{
	const struct match *x = a, *y = b;

	return x->serial < y->serial ? -1 : x->serial > y->serial;
}

static uint32_t find_all(const struct query *q, const struct filter *f, obj_id **list)
{
	struct match *found = xcalloc(q->slots + 1, sizeof(*found));
	uint32_t count = 0;

	for (obj_id o = OBJ_NONE; o < q->slots; o++) {
		if (obj_kind(q->w, o) != KIND_NONE && matches(q, o, f))
			found[count++] = (struct match){obj_serial(q->w, o), o};
	}
	qsort(found, count, sizeof(*found), compare);
	if (count)
		*list = xcalloc(count, sizeof(**list));
	for (uint32_t i = 0; i < count; i++)
		(*list)[i] = found[i].object;
	free(found);
	return count;
}

uint32_t query_select(
	const struct query *q, const char *text, obj_id **list, struct diag *d)
{
	struct filter f;
	uint32_t count;
	obj_id o;

	*list = NULL;
	while (*text == ' ')
		text++;
	if (read_filter(text, &f)) {
		count = find_all(q, &f, list);
		if (!count)
			diag_refuse(d, NULL, 0, 0, _("no object is '%s' now"), text);
		return count;
	}
	if (f.by == WANTED_STATE || f.by == WANTED_LIST || after(text, "id:")) {
		diag_refuse(d, NULL, 0, 0, _("'%s' names no state, generation or id"),
			text);
		return 0;
	}
	o = find_expression(q, text, d);
	if (!o)
		return 0;
	*list = xcalloc(1, sizeof(**list));
	**list = o;
	return 1;
}
