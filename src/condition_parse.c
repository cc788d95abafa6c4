#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "condition_part.h"
#include "i18n.h"
#include "strbuf.h"
#include "xalloc.h"

/* From text to the nodes of a condition, by recursive descent; its depth is
 * bounded by the number of nodes. */

struct reader {
	const char *at;
	struct condition *c;
	struct strbuf *why;
	bool wrong;
	int depth;
};

static void complain(struct reader *r, const char *what)
{
	if (!r->wrong)
		strbuf_printf(r->why, "%s", what);
	r->wrong = true;
}

static void skip_blanks(struct reader *r)
{
	while (*r->at == ' ' || *r->at == '\t')
		r->at++;
}

static bool is_word(char c)
{
	return isalnum((unsigned char)c) || c == '_' || (unsigned char)c >= 0x80;
}

static size_t word_length(const struct reader *r)
{
	size_t n = 0;

	while (is_word(r->at[n]))
		n++;
	return n;
}

/* Takes SIGN if it stands here. */
static bool take(struct reader *r, const char *sign)
{
	size_t n = strlen(sign);

	skip_blanks(r);
	if (strncmp(r->at, sign, n) != 0 || (is_word(sign[0]) && is_word(r->at[n])))
		return false;
	r->at += n;
	return true;
}

static int add(struct reader *r, struct node node)
{
	if (r->c->count == CONDITION_NODES) {
		complain(r, _("the condition is too long"));
		free(node.text);
		return 0;
	}
	r->c->nodes[r->c->count] = node;
	return r->c->count++;
}

static int64_t read_number(struct reader *r)
{
	char *end;
	int64_t n = strtoll(r->at, &end, 10);

	if (end == r->at)
		complain(r, _("a number is missing"));
	r->at = end;
	return n;
}

/* 'text' or "text" */
static char *read_text(struct reader *r)
{
	char quote = *r->at;
	const char *end = strchr(r->at + 1, quote);
	char *text;

	if (!end) {
		complain(r, _("a closing quote is missing"));
		return xstrdup("");
	}
	text = xstrndup(r->at + 1, (size_t)(end - r->at - 1));
	r->at = end + 1;
	return text;
}

static char *read_word(struct reader *r)
{
	size_t n = word_length(r);
	char *word = xstrndup(r->at, n);

	if (n == 0 || isdigit((unsigned char)*r->at))
		complain(r, _("a name is missing"));
	r->at += n;
	return word;
}

static bool read_item(struct reader *r, struct part *p)
{
	skip_blanks(r);
	if (*r->at == '\'' || *r->at == '"')
		*p = (struct part){PART_KEY, 0, read_text(r)};
	else
		*p = (struct part){PART_INDEX, read_number(r), NULL};
	if (!take(r, "]"))
		complain(r, _("a ']' is missing"));
	return true;
}

static bool read_part(struct reader *r, struct part *p)
{
	if (take(r, "."))
		*p = (struct part){PART_ATTRIBUTE, 0, read_word(r)};
	else if (!take(r, "[") || !read_item(r, p))
		return false;
	return true;
}

static int read_object(struct reader *r)
{
	struct node n = {.kind = NODE_OBJECT};
	struct part p;

	skip_blanks(r);
	if (*r->at == '#') {
		r->at++;
		n.number = read_number(r);
		n.text = xstrdup("");
	} else {
		n.text = read_word(r);
	}
	while (!r->wrong && read_part(r, &p)) {
		if (n.part_count == CONDITION_PARTS) {
			complain(r, _("the name is too long"));
			free(p.text);
		} else {
			n.parts[n.part_count++] = p;
		}
	}
	return add(r, n);
}

static int read_or(struct reader *r);

/* refcount(a): the words up to the bracket have been taken. */
static int read_question(struct reader *r, int question)
{
	int object = read_object(r);

	if (!take(r, ")"))
		complain(r, _("a ')' is missing"));
	return add(r,
		(struct node){
			.kind = NODE_QUESTION, .number = question, .left = object});
}

static int read_named(struct reader *r)
{
	size_t n = word_length(r);
	int word = condition_question(r->at, n, false);
	int question = condition_question(r->at, n, true);
	const char *start = r->at;

	if (take(r, "True"))
		return add(r, (struct node){.kind = NODE_NUMBER, .number = 1});
	if (take(r, "False"))
		return add(r, (struct node){.kind = NODE_NUMBER, .number = 0});
	if (n > 0 && word >= 0 && !strchr(".[(", start[n] ? start[n] : ' ')) {
		r->at += n;
		return add(r, (struct node){.kind = NODE_QUESTION, .number = word});
	}
	r->at += n;
	if (n > 0 && take(r, "(")) {
		if (question >= 0)
			return read_question(r, question);
		complain(r, _("what stands before '(' is no question"));
	}
	r->at = start;
	return read_object(r);
}

static int read_value(struct reader *r)
{
	int inner;

	skip_blanks(r);
	if (isdigit((unsigned char)*r->at) || *r->at == '-')
		return add(r,
			(struct node){.kind = NODE_NUMBER, .number = read_number(r)});
	if (*r->at == '\'' || *r->at == '"')
		return add(r, (struct node){.kind = NODE_TEXT, .text = read_text(r)});
	if (!take(r, "("))
		return read_named(r);
	inner = read_or(r);
	if (!take(r, ")"))
		complain(r, _("a ')' is missing"));
	return inner;
}

static int add_operation(struct reader *r, int kind, enum sign op, int left, int right)
{
	return add(r,
		(struct node){.kind = kind, .sign = op, .left = left, .right = right});
}

static int read_sum(struct reader *r)
{
	int left = read_value(r);

	while (!r->wrong) {
		if (take(r, "+"))
			left = add_operation(
				r, NODE_BINARY, SIGN_PLUS, left, read_value(r));
		else if (take(r, "-"))
			left = add_operation(
				r, NODE_BINARY, SIGN_MINUS, left, read_value(r));
		else
			break;
	}
	return left;
}

static int read_comparison(struct reader *r)
{
	static const struct {
		const char *text;
		enum sign sign;
	} signs[] = {
		{"==", SIGN_EQUAL},
		{"!=", SIGN_NOT_EQUAL},
		{"<=", SIGN_LESS_EQUAL},
		{">=", SIGN_GREATER_EQUAL},
		{"<", SIGN_LESS},
		{">", SIGN_GREATER},
	};
	int left = read_sum(r);

	for (unsigned i = 0; !r->wrong && i < sizeof(signs) / sizeof(signs[0]); i++) {
		if (take(r, signs[i].text))
			return add_operation(
				r, NODE_BINARY, signs[i].sign, left, read_sum(r));
	}
	return left;
}

static int read_not(struct reader *r)
{
	int inner;

	if (++r->depth > CONDITION_NODES) {
		complain(r, _("the condition is too long"));
		return 0;
	}
	if (!take(r, "not"))
		return read_comparison(r);
	inner = read_not(r);
	return add_operation(r, NODE_LOGICAL, SIGN_NOT, inner, inner);
}

static int read_and(struct reader *r)
{
	int left = read_not(r);

	while (!r->wrong && take(r, "and"))
		left = add_operation(r, NODE_LOGICAL, SIGN_AND, left, read_not(r));
	return left;
}

static int read_or(struct reader *r)
{
	int left = read_and(r);

	while (!r->wrong && take(r, "or"))
		left = add_operation(r, NODE_LOGICAL, SIGN_OR, left, read_and(r));
	return left;
}

struct condition *condition_parse(const char *text, struct strbuf *why)
{
	struct condition *c = xcalloc(1, sizeof(*c));
	struct reader r = {.at = text, .c = c, .why = why};

	c->root = read_or(&r);
	skip_blanks(&r);
	if (!r.wrong && *r.at) {
		strbuf_printf(why, _("'%s' is not understood"), r.at);
		r.wrong = true;
	}
	if (!r.wrong)
		return c;
	condition_free(c);
	return NULL;
}

void condition_free(struct condition *c)
{
	for (int i = 0; c && i < c->count; i++) {
		for (uint32_t p = 0; p < c->nodes[i].part_count; p++)
			free(c->nodes[i].parts[p].text);
		free(c->nodes[i].text);
	}
	free(c);
}
