#include "recorded.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "list.h"
#include "number.h"
#include "strmethods.h"

/* A case: OBJECT.METHOD(ARGUMENTS). */
struct call {
	const char *method;
	obj_id object;
	obj_id argument[3];
	int count;
};

static obj_id from_hex(struct world *w, const char *text)
{
	struct strbuf b = STRBUF_INIT;
	obj_id o;

	for (const char *p = text + 1; *p; p += 2) {
		char byte[3] = {p[0], p[1], '\0'};

		strbuf_putc(&b, (char)strtol(byte, NULL, 16));
	}
	o = *text == 't' ? text_new(w, b.text, b.length)
			 : bytes_new(w, b.text, b.length);
	strbuf_free(&b);
	return o;
}

static obj_id value_of(struct world *w, const char *text)
{
	return *text == 'i' ? recorded_value(w, text) : from_hex(w, text);
}

static void put_value(const struct world *w, obj_id o, struct strbuf *out)
{
	if (obj_kind(w, o) == KIND_LIST || obj_kind(w, o) == KIND_TUPLE) {
		strbuf_putc(out, '[');
		for (uint32_t i = 0; i < obj_n(w, o); i++) {
			if (i)
				strbuf_putc(out, ',');
			put_value(w, item(w, o, i), out);
		}
		strbuf_putc(out, ']');
		return;
	}
	if (is_int(w, o)) {
		strbuf_printf(out, "i%lld", (long long)int_value(w, o));
		return;
	}
	strbuf_putc(out, obj_kind(w, o) == KIND_STR ? 't' : 'y');
	for (uint32_t i = 0; i < obj_n(w, o); i++)
		strbuf_printf(out, "%02x", (unsigned char)text_bytes(w, o)[i]);
}

static int64_t number(
	const struct world *w, const struct call *c, int i, int64_t otherwise)
{
	return i < c->count ? int_value(w, c->argument[i]) : otherwise;
}

/* Groups of methods; 0: not one of these. */

static obj_id case_method(struct world *w, const struct call *c)
{
	static const char *const names[] = {
		"lower", "upper", "title", "capitalize", "swapcase", "casefold"};
	static const char *const properties[] = {"isalnum", "isalpha", "isascii",
		"isdecimal", "isdigit", "isidentifier", "islower", "isnumeric",
		"isprintable", "isspace", "istitle", "isupper"};

	for (int i = 0; i < 6; i++) {
		if (strcmp(c->method, names[i]) == 0)
			return str_to_case(w, c->object, (enum str_case)i);
	}
	for (int i = 0; i < 12; i++) {
		if (strcmp(c->method, properties[i]) == 0)
			return bool_of(str_is(w, c->object, (enum str_property)i));
	}
	return 0;
}

static obj_id search_method(struct world *w, const struct call *c)
{
	int64_t from = number(w, c, 1, 0);
	int64_t to = number(w, c, 2, TEXT_END);

	if (strcmp(c->method, "find") == 0)
		return int_new(
			w, str_find(w, c->object, c->argument[0], from, to, false));
	if (strcmp(c->method, "rfind") == 0)
		return int_new(
			w, str_find(w, c->object, c->argument[0], from, to, true));
	if (strcmp(c->method, "count") == 0)
		return int_new(w, str_count(w, c->object, c->argument[0], from, to));
	if (strcmp(c->method, "startswith") == 0)
		return bool_of(str_starts(w, c->object, c->argument[0], from, to));
	if (strcmp(c->method, "endswith") == 0)
		return bool_of(str_ends(w, c->object, c->argument[0], from, to));
	if (strcmp(c->method, "replace") == 0)
		return str_replace(w, c->object, c->argument[0], c->argument[1], to);
	return 0;
}

static obj_id split_method(struct world *w, const struct call *c)
{
	obj_id separator = c->count ? c->argument[0] : 0;

	if (strcmp(c->method, "split") == 0)
		return str_split(w, c->object, separator, number(w, c, 1, -1));
	if (strcmp(c->method, "rsplit") == 0)
		return str_rsplit(w, c->object, separator, number(w, c, 1, -1));
	if (strcmp(c->method, "splitlines") == 0)
		return str_splitlines(w, c->object, false);
	if (strcmp(c->method, "partition") == 0)
		return str_partition(w, c->object, separator);
	if (strcmp(c->method, "rpartition") == 0)
		return str_rpartition(w, c->object, separator);
	return 0;
}

static obj_id shape_method(struct world *w, const struct call *c)
{
	obj_id characters = c->count ? c->argument[0] : 0;

	if (strcmp(c->method, "strip") == 0)
		return str_strip(w, c->object, characters, true, true);
	if (strcmp(c->method, "lstrip") == 0)
		return str_strip(w, c->object, characters, true, false);
	if (strcmp(c->method, "rstrip") == 0)
		return str_strip(w, c->object, characters, false, true);
	if (strcmp(c->method, "center") == 0)
		return str_pad(w, c->object, number(w, c, 0, 0), ' ', '^');
	if (strcmp(c->method, "ljust") == 0)
		return str_pad(w, c->object, number(w, c, 0, 0), ' ', '<');
	if (strcmp(c->method, "rjust") == 0)
		return str_pad(w, c->object, number(w, c, 0, 0), ' ', '>');
	if (strcmp(c->method, "zfill") == 0)
		return str_zfill(w, c->object, number(w, c, 0, 0));
	if (strcmp(c->method, "expandtabs") == 0)
		return str_expandtabs(w, c->object, number(w, c, 0, 8));
	return 0;
}

/* PySlice_AdjustIndices, for one end. */
static int64_t clip(int64_t i, int64_t length, int64_t step)
{
	if (i < 0)
		i = i + length < 0 ? (step < 0 ? -1 : 0) : i + length;
	else if (i >= length)
		i = step < 0 ? length - 1 : length;
	return i;
}

static obj_id slice(struct world *w, const struct call *c)
{
	int64_t length = text_length(w, c->object);
	int64_t step = number(w, c, 2, 1);
	int64_t start = clip(number(w, c, 0, 0), length, step);
	int64_t stop = clip(number(w, c, 1, 0), length, step);
	int64_t count = 0;

	if (step > 0 && stop > start)
		count = (stop - start - 1) / step + 1;
	if (step < 0 && stop < start)
		count = (start - stop - 1) / -step + 1;
	return str_slice(w, c->object, start, step, count);
}

static obj_id call_method(struct world *w, const struct call *c)
{
	obj_id result = case_method(w, c);

	if (!result)
		result = search_method(w, c);
	if (!result)
		result = split_method(w, c);
	if (!result)
		result = shape_method(w, c);
	if (!result && strcmp(c->method, "slice") == 0)
		result = slice(w, c);
	if (!result)
		fail_msg("no method %s", c->method);
	return result;
}

static void answer(struct world *w, const struct call *c, struct strbuf *out)
{
	struct strbuf shown = STRBUF_INIT;

	if (strcmp(c->method, "hash") == 0) {
		strbuf_printf(out, "i%lld", (long long)text_hash_cached(w, c->object));
	} else if (strcmp(c->method, "repr") == 0) {
		text_repr(w, c->object, &shown);
		put_value(w, text_new(w, shown.text, shown.length), out);
		strbuf_free(&shown);
	} else {
		put_value(w, call_method(w, c), out);
	}
}

static void check_line(
	struct world *w, const char *version, char *line, struct strbuf *out)
{
	char *expected = strstr(line, " = ");
	struct strbuf whole = STRBUF_INIT;
	struct call c = {0};
	char *rest;

	strbuf_puts(&whole, line);
	*expected = '\0';
	expected += 3;
	c.method = strtok_r(line, " ", &rest);
	c.object = value_of(w, strtok_r(NULL, " ", &rest));
	for (char *p = strtok_r(NULL, " ", &rest); p; p = strtok_r(NULL, " ", &rest))
		c.argument[c.count++] = value_of(w, p);
	strbuf_clear(out);
	answer(w, &c, out);
	if (strcmp(expected, out->text) != 0)
		fail_msg("Python %s: %s: got %s", version, whole.text, out->text);
	strbuf_free(&whole);
}

static void texts_are_those_of_real_interpreters(void **state)
{
	(void)state;
	struct strbuf line = STRBUF_INIT;
	struct strbuf out = STRBUF_INIT;

	for (int i = 0; recorded_versions[i]; i++) {
		FILE *f = recorded_open("text", recorded_versions[i]);
		struct fixture x;

		fixture_init(&x, recorded_versions[i]);
		while (recorded_line(f, &line))
			check_line(&x.w, recorded_versions[i], line.text, &out);
		fixture_free(&x);
		fclose(f);
	}
	strbuf_free(&line);
	strbuf_free(&out);
}

/* A text is what was put in, and what is shared is shared. */
static void short_texts_are_shared(void **state)
{
	(void)state;
	struct fixture x;

	fixture_init(&x, "3.11");
	assert_int_equal(text_new(&x.w, "", 0), OBJ_EMPTY_STR);
	assert_int_equal(text_new(&x.w, "a", 1), OBJ_LATIN1 + 'a');
	assert_int_equal(text_new(&x.w, "\xc3\xa9", 2), OBJ_LATIN1 + 0xe9);
	assert_int_equal(bytes_new(&x.w, "\xff", 1), OBJ_BYTE + 0xff);
	assert_int_not_equal(text_new(&x.w, "ab", 2), text_new(&x.w, "ab", 2));
	assert_true(text_is(&x.w, text_new(&x.w, "words", 5), "words"));
	assert_int_equal(text_length(&x.w, text_new(&x.w, "\xe4\xb8\xad!", 4)), 2);
	fixture_free(&x);
}

static void codecs_say_what_is_wrong(void **state)
{
	(void)state;
	struct fixture x;
	struct codec_failure f;
	struct strbuf out = STRBUF_INIT;
	obj_id o;

	fixture_init(&x, "3.11");
	o = text_new(&x.w, "a\xc3\xa9", 3);
	assert_int_equal(str_encode(&x.w, o, CODEC_ASCII, ERRORS_STRICT, &f), 0);
	codec_message(&x.w, &f, o, &out);
	assert_string_equal(out.text,
		"'ascii' codec can't encode character '\\xe9' in "
		"position 1: ordinal not in range(128)");
	o = bytes_new(&x.w, "a\xe4\xb8", 3);
	assert_int_equal(
		str_decode(&x.w, text_bytes(&x.w, o), 3, CODEC_UTF8, ERRORS_STRICT, &f),
		0);
	strbuf_clear(&out);
	codec_message(&x.w, &f, o, &out);
	assert_string_equal(out.text,
		"'utf-8' codec can't decode bytes in position 1-2: "
		"unexpected end of data");
	strbuf_free(&out);
	fixture_free(&x);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(texts_are_those_of_real_interpreters),
		cmocka_unit_test(short_texts_are_shared),
		cmocka_unit_test(codecs_say_what_is_wrong),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
