#include "recorded.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "boot.h"
#include "dialect.h"
#include "format.h"

/* The types' names are in messages; the fixture has no modules. */
static void name_types(struct world *w)
{
	for (int t = 0; t < T_COUNT; t++) {
		const char *name =
			builtin_type_name(w->dialect->version, (enum builtin_type)t);

		set_obj_field(w, type_object((enum builtin_type)t), TYPE_NAME,
			native_from(w, name));
	}
}

static void put_error(
	const struct world *w, const struct format_error *e, struct strbuf *out)
{
	strbuf_clear(out);
	strbuf_printf(out, "! %s: %s",
		builtin_type_name(w->dialect->version, (enum builtin_type)e->type),
		e->message);
}

/* str() or repr() of a value, which need no Python code here. */
static void put_text(
	struct world *w, const struct format_spec *s, obj_id value, struct strbuf *out)
{
	struct strbuf text = STRBUF_INIT;

	if (is_text(w, value) && s->conversion == 's')
		strbuf_add(&text, text_bytes(w, value), obj_n(w, value));
	else if (is_text(w, value))
		text_repr(w, value, &text);
	else if (value == OBJ_NONE)
		strbuf_puts(&text, "None");
	else if (s->conversion == 's')
		number_str(w, value, &text);
	else
		number_repr(w, value, &text);
	format_text(s, text.text, text.length, KIND_STR, out);
	strbuf_free(&text);
}

static bool convert(struct world *w, struct format_spec *s, struct format_values *v,
	bool bytes, struct strbuf *out, struct format_error *e)
{
	obj_id value;

	if (s->has_key)
		return format_fail(e, T_TYPE_ERROR, "format requires a mapping");
	if (!format_stars(w, s, v, e))
		return false;
	if (s->conversion == '%' && bytes)
		return format_value(w, s, 0, bytes, out, e);
	value = format_values_next(w, v, e);
	if (!value)
		return false;
	if (s->conversion != 's' && s->conversion != 'r')
		return format_value(w, s, value, bytes, out, e);
	put_text(w, s, value, out);
	return true;
}

/* TEMPLATE % (VALUE,). */
static void percent(struct world *w, obj_id template, obj_id value, struct strbuf *out)
{
	bool bytes = obj_kind(w, template) == KIND_BYTES;
	struct format_values v = {.values = value, .count = -1, .next = -2};
	struct format_error e = {0};
	struct format_spec s;
	uint32_t position = 0;
	enum format_piece piece;

	strbuf_puts(out, "= ");
	while ((piece = format_next(w, template, &position, &s, &e)) != FORMAT_END) {
		if (piece == FORMAT_LITERAL)
			strbuf_add(out, s.text, s.length);
		else if (piece == FORMAT_ERROR || !convert(w, &s, &v, bytes, out, &e))
			break;
	}
	if (s.has_key && piece == FORMAT_ERROR)
		format_fail(&e, T_TYPE_ERROR, "format requires a mapping");
	/* The one value is a tuple's: it must be used. */
	if (!e.type && v.next == -2)
		format_fail(&e, T_TYPE_ERROR,
			"not all arguments converted during string formatting");
	if (e.type)
		put_error(w, &e, out);
}

static void with_spec(
	struct world *w, const char *spec, obj_id value, struct strbuf *out)
{
	struct format_error e;

	strbuf_puts(out, "= ");
	if (!format_with_spec(w, value, spec, strlen(spec), out, &e))
		put_error(w, &e, out);
}

static void check_line(struct world *w, const char *version, char *line, bool is_spec,
	struct strbuf *out)
{
	char *value = strchr(line, '|');
	char *expected;

	/* The first | may be the template's own: "%-5%|" */
	if (!is_spec && strncmp(line, "%-5%|", 5) == 0)
		value = line + 5;
	*value++ = '\0';
	expected = strchr(value, '|');
	*expected++ = '\0';
	strbuf_clear(out);
	if (is_spec)
		with_spec(w, line, recorded_value(w, value), out);
	else
		percent(w, native_from(w, line), recorded_value(w, value), out);
	if (strcmp(expected, out->text) != 0)
		fail_msg("Python %s: '%s' of %s: expected %s, got %s", version, line,
			value, expected, out->text);
}

static void check_file(const char *name, bool is_spec)
{
	struct strbuf line = STRBUF_INIT;
	struct strbuf out = STRBUF_INIT;

	for (int i = 0; recorded_versions[i]; i++) {
		FILE *f = recorded_open(name, recorded_versions[i]);
		struct fixture x;

		fixture_init(&x, recorded_versions[i]);
		name_types(&x.w);
		while (recorded_line(f, &line))
			check_line(
				&x.w, recorded_versions[i], line.text, is_spec, &out);
		fixture_free(&x);
		fclose(f);
	}
	strbuf_free(&line);
	strbuf_free(&out);
}

static void percent_formats_are_those_of_real_interpreters(void **state)
{
	(void)state;
	check_file("percent", false);
}

static void format_specs_are_those_of_real_interpreters(void **state)
{
	(void)state;
	check_file("spec", true);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(percent_formats_are_those_of_real_interpreters),
		cmocka_unit_test(format_specs_are_those_of_real_interpreters),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
