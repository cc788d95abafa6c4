#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <cmocka.h>

#include "modes.h"
#include "ptyvt.h"

static struct ptyvt *start(const char *manner)
{
	char word[16];
	char *argv[] = {getenv("TERM_CLIENT"), word, NULL};

	strcpy(word, manner);

	assert_non_null(argv[0]);
	struct ptyvt *p = pv_start(argv, 6, 40);
	assert_true(pv_wait_text(p, "wide"));
	return p;
}

static void assert_text(struct ptyvt *p, const char *text)
{
	struct strbuf b = STRBUF_INIT;

	pv_text(p, &b);
	assert_string_equal(b.text, text);
	strbuf_free(&b);
}

static void shows_text_styles_and_cursor(void **state)
{
	(void)state;
	struct ptyvt *p = start("clean");
	struct strbuf b = STRBUF_INIT;

	assert_true(pv_settle(p));
	assert_text(p,
		"size 40x6\nkeys\nbold reverse red indexed rgb\n"
		"\xe4\xb8\x96\xe7\x95\x8c wide, \xe2\x94\x82 line\n\n\n");
	pv_styles(p, &b);
	assert_string_equal(b.text,
		"3 1-4 bold\n3 6-12 reverse\n3 14-16 fg=1\n"
		"3 18-24 bg=100\n3 26-28 fg=#010203\n");
	strbuf_clear(&b);
	pv_cursor(p, &b);
	assert_string_equal(b.text, "40x6, cursor at 3,5\n");
	assert_false(pv_ascii(p));
	strbuf_free(&b);
	pv_free(p);
}

static void keys_arrive_in_the_mode_that_is_set(void **state)
{
	(void)state;
	struct ptyvt *p = start("clean");

	assert_true(pv_key(p, "n"));
	assert_true(pv_key(p, "Up"));
	assert_true(pv_key(p, "C-l"));
	assert_true(pv_key(p, "M-x"));
	assert_true(pv_key(p, "Enter"));
	assert_true(pv_key(p, "\xc3\xa9"));
	assert_false(pv_key(p, "Nonsense"));
	assert_true(pv_settle(p));
	assert_true(pv_has_text(p, "keys n<1b>OA<0c><1b>x<0d><c3><a9>"));
	pv_free(p);
}

static void mouse_and_paste_arrive_when_asked_for(void **state)
{
	(void)state;
	struct ptyvt *p = start("clean");

	pv_click(p, 2, 7, 1);
	assert_true(pv_settle(p));
	assert_true(pv_has_text(p, "keys <1b>[<0;8;3M<1b>[<0;8;3m"));
	pv_paste(p, "x");
	assert_true(pv_settle(p));
	assert_true(pv_has_text(p, "<1b>[200~x"));
	pv_free(p);
}

static void resize_reaches_the_program(void **state)
{
	(void)state;
	struct ptyvt *p = start("clean");

	pv_resize(p, 10, 60);
	assert_true(pv_wait_text(p, "size 60x10"));
	pv_resize(p, 4, 30);
	assert_true(pv_settle(p));
	assert_true(pv_has_text(p, "size 30x4"));
	pv_free(p);
}

static void clean_end_is_seen_as_restored(void **state)
{
	(void)state;
	struct ptyvt *p = start("clean");
	struct strbuf why = STRBUF_INIT;
	int status;

	assert_false(pv_restored(p, &why));
	assert_non_null(strstr(why.text, "alternate screen is on"));
	assert_non_null(strstr(why.text, "line settings"));
	strbuf_clear(&why);
	pv_key(p, "q");
	assert_true(pv_wait_exit(p, &status));
	assert_true(WIFEXITED(status));
	assert_int_equal(WEXITSTATUS(status), 3);
	assert_true(pv_restored(p, &why));
	assert_string_equal(why.text, "");
	strbuf_free(&why);
	pv_free(p);
}

static void signals_arrive(void **state)
{
	(void)state;
	struct ptyvt *p = start("clean");
	struct strbuf why = STRBUF_INIT;
	int status;

	pv_signal(p, SIGTERM);
	assert_true(pv_wait_exit(p, &status));
	assert_int_equal(WEXITSTATUS(status), 3);
	assert_true(pv_restored(p, &why));
	pv_free(p);

	p = start("clean");
	pv_signal(p, SIGKILL);
	assert_true(pv_wait_exit(p, &status));
	assert_true(WIFSIGNALED(status));
	assert_false(pv_restored(p, &why));
	strbuf_free(&why);
	pv_free(p);
}

static void dirty_end_is_seen(void **state)
{
	(void)state;
	struct ptyvt *p = start("dirty");
	struct strbuf why = STRBUF_INIT;
	int status;

	pv_key(p, "q");
	assert_true(pv_wait_exit(p, &status));
	assert_false(pv_restored(p, &why));
	assert_non_null(strstr(why.text, "application keypad is on"));
	assert_non_null(strstr(why.text, "mouse buttons is on"));
	assert_non_null(strstr(why.text, "SGR mouse is on"));
	assert_non_null(strstr(why.text, "bracketed paste is on"));
	strbuf_free(&why);
	pv_free(p);
}

static void a_program_that_ended_passes_no_barrier(void **state)
{
	(void)state;
	char name[] = "/nowhere/program";
	char *argv[] = {name, NULL};
	struct ptyvt *p = pv_start(argv, 5, 80);
	int status;

	assert_false(pv_settle(p));
	assert_true(pv_wait_exit(p, &status));
	assert_int_equal(WEXITSTATUS(status), 127);
	assert_true(pv_has_text(p, "/nowhere/program: No such file"));
	assert_false(pv_wait_text(p, "never"));
	pv_free(p);
}

static bool restored_after(const char *output)
{
	struct modes m = {0};
	struct strbuf why = STRBUF_INIT;

	modes_read(&m, output, strlen(output));
	bool fine = modes_restored(&m, &why);
	assert_true(fine == (why.length == 0));
	strbuf_free(&why);
	return fine;
}

static void modes_are_read_from_the_output(void **state)
{
	(void)state;
	assert_true(restored_after("plain \xe4\xb8\x96 text\n"));
	assert_false(restored_after("\033[?25l"));
	assert_true(restored_after("\033[?25l\033[?12;25h"));
	assert_false(restored_after("\033[?1000;1006h\033[?1006l"));
	assert_false(restored_after("\033[38;5;7mx"));
	assert_true(restored_after("\033[38;5;7mx\033[39;49m"));
	assert_false(restored_after("\033[1mx\033[39m"));
	assert_true(restored_after("\033[0;1;31mx\033(B\033[m"));
	assert_false(restored_after("\033[2;10r"));
	assert_true(restored_after("\033[2;10r\033[r"));
	assert_true(restored_after("\033]2;title \033[?1049h\a"));
	assert_true(restored_after("\033P+q544e\033\\"));
	assert_false(restored_after("\033P+q544e\033"));
	assert_true(restored_after("\033[?1049h\033=\033[?2026h\033c"));
	assert_false(restored_after("\033[?7l"));
	assert_false(restored_after("\033[?2026h"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(modes_are_read_from_the_output),
		cmocka_unit_test(shows_text_styles_and_cursor),
		cmocka_unit_test(keys_arrive_in_the_mode_that_is_set),
		cmocka_unit_test(mouse_and_paste_arrive_when_asked_for),
		cmocka_unit_test(resize_reaches_the_program),
		cmocka_unit_test(clean_end_is_seen_as_restored),
		cmocka_unit_test(signals_arrive),
		cmocka_unit_test(dirty_end_is_seen),
		cmocka_unit_test(a_program_that_ended_passes_no_barrier),
	};

	pv_plain_environment();
	return cmocka_run_group_tests(tests, NULL, NULL);
}
