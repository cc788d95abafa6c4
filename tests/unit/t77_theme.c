#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "style.h"
#include "theme.h"

/*
 * Whether the colours can be read and told apart: contrast as WCAG 2 defines it, and
 * the difference CIEDE2000 (Sharma, Wu, Dalal 2005) as people with normal sight and
 * with each kind of colour blindness see it (Machado, Oliveira, Fernandes 2009,
 * severity 1.0).
 */
struct rgb {
	double c[3]; /* linear */
};

struct lab {
	double l, a, b;
};

static double linear(int value)
{
	double c = value / 255.0;

	return c <= 0.04045 ? c / 12.92 : pow((c + 0.055) / 1.055, 2.4);
}

/* Colour 16 to 255 of xterm's palette: a cube and a row of greys. */
static struct rgb palette(int index)
{
	static const int levels[] = {0, 95, 135, 175, 215, 255};
	int n = index - 16, grey = 8 + 10 * (index - 232);

	if (index >= 232)
		return (struct rgb){{linear(grey), linear(grey), linear(grey)}};
	return (struct rgb){{linear(levels[n / 36]), linear(levels[n / 6 % 6]),
		linear(levels[n % 6])}};
}

static double luminance(struct rgb c)
{
	return 0.2126 * c.c[0] + 0.7152 * c.c[1] + 0.0722 * c.c[2];
}

static double contrast(int a, int b)
{
	double x = luminance(palette(a)) + 0.05, y = luminance(palette(b)) + 0.05;

	return x > y ? x / y : y / x;
}

enum {
	SIGHTS = 4
};

static const double sights[SIGHTS][3][3] = {
	{{1, 0, 0}, {0, 1, 0}, {0, 0, 1}},
	{{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216},
		{-0.003882, -0.048116, 1.051998}},
	{{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413},
		{-0.011820, 0.042940, 0.968881}},
	{{1.255528, -0.076749, -0.178779}, {-0.078411, 0.930809, 0.147602},
		{0.004733, 0.691367, 0.303900}},
};

static struct rgb seen(struct rgb c, int sight)
{
	struct rgb out;

	for (int i = 0; i < 3; i++) {
		double v = 0;

		for (int j = 0; j < 3; j++)
			v += sights[sight][i][j] * c.c[j];
		out.c[i] = v < 0 ? 0 : v > 1 ? 1 : v;
	}
	return out;
}

static double cube_root(double t)
{
	return t > 216.0 / 24389 ? cbrt(t) : (24389.0 / 27 * t + 16) / 116;
}

/* By the white point D65. */
static struct lab lab_of(struct rgb c)
{
	double x = 0.4124564 * c.c[0] + 0.3575761 * c.c[1] + 0.1804375 * c.c[2];
	double y = 0.2126729 * c.c[0] + 0.7151522 * c.c[1] + 0.0721750 * c.c[2];
	double z = 0.0193339 * c.c[0] + 0.1191920 * c.c[1] + 0.9503041 * c.c[2];

	x = cube_root(x / 0.95047);
	y = cube_root(y);
	z = cube_root(z / 1.08883);
	return (struct lab){116 * y - 16, 500 * (x - y), 200 * (y - z)};
}

static const double turn = 6.283185307179586;

static double hue(double a, double b)
{
	double h = a == 0 && b == 0 ? 0 : atan2(b, a);

	return h < 0 ? h + turn : h;
}

static double degrees(double x)
{
	return x * turn / 360;
}

static double difference(struct lab p, struct lab q)
{
	double mean = (hypot(p.a, p.b) + hypot(q.a, q.b)) / 2;
	double g = 0.5 * (1 - sqrt(pow(mean, 7) / (pow(mean, 7) + pow(25, 7))));
	double a1 = (1 + g) * p.a, a2 = (1 + g) * q.a;
	double c1 = hypot(a1, p.b), c2 = hypot(a2, q.b);
	double h1 = hue(a1, p.b), h2 = hue(a2, q.b), dh = h2 - h1, h = h1 + h2;
	double dl = q.l - p.l, dc = c2 - c1, l = (p.l + q.l) / 2, c = (c1 + c2) / 2;
	double t, theta, rc, sl, sc, sh, rt, big;

	if (c1 * c2 == 0)
		dh = 0;
	else if (dh > turn / 2)
		dh -= turn;
	else if (dh < -turn / 2)
		dh += turn;
	if (c1 * c2 != 0)
		h = fabs(h1 - h2) <= turn / 2 ? h / 2
			: h < turn            ? (h + turn) / 2
					      : (h - turn) / 2;
	big = 2 * sqrt(c1 * c2) * sin(dh / 2);
	t = 1 - 0.17 * cos(h - degrees(30)) + 0.24 * cos(2 * h) +
		0.32 * cos(3 * h + degrees(6)) - 0.20 * cos(4 * h - degrees(63));
	theta = degrees(30) * exp(-pow((h / degrees(1) - 275) / 25, 2));
	rc = 2 * sqrt(pow(c, 7) / (pow(c, 7) + pow(25, 7)));
	sl = 1 + 0.015 * pow(l - 50, 2) / sqrt(20 + pow(l - 50, 2));
	sc = 1 + 0.045 * c;
	sh = 1 + 0.015 * c * t;
	rt = -sin(2 * theta) * rc;
	return sqrt(pow(dl / sl, 2) + pow(dc / sc, 2) + pow(big / sh, 2) +
		rt * dc / sc * (big / sh));
}

/* Pairs 1, 7 and 17 of the data that Sharma, Wu and Dalal give. */
static void the_formula_is_right(void **state)
{
	(void)state;
	assert_true(fabs(difference((struct lab){50, 2.6772, -79.7751},
				 (struct lab){50, 0, -82.7485}) -
			    2.0425) < 0.0001);
	assert_true(fabs(difference((struct lab){50, 0, 0}, (struct lab){50, -1, 2}) -
			    2.3669) < 0.0001);
	assert_true(
		fabs(difference((struct lab){50, 2.5, 0}, (struct lab){73, 25, -18}) -
			27.1492) < 0.0001);
}

static const enum style states[] = {
	STYLE_REACHABLE, STYLE_TENTATIVE, STYLE_GARBAGE, STYLE_OUTSIDE, STYLE_DEFAULT};

enum {
	STATES = sizeof(states) / sizeof(states[0])
};

struct expected {
	enum theme theme;
	int text, ground; /* what -1 is taken for */
	double contrast, difference;
};

/* Light's dim text and outside are the least of all. */
static const struct expected all[] = {
	{THEME_DARK, 252, 16, 4.5, 16.0},
	{THEME_LIGHT, 16, 231, 4.4, 14.5},
	{THEME_PROJECTOR, 16, 231, 7.0, 14.5},
};

static int fore(const struct expected *e, unsigned style)
{
	int fg = theme_look(e->theme, style).fg;

	return fg < 0 ? e->text : fg;
}

static int ground(const struct expected *e, unsigned style)
{
	int bg = theme_look(e->theme, style).bg;

	return bg < 0 ? e->ground : bg;
}

static void everything_can_be_read(void **state)
{
	(void)state;
	for (unsigned t = 0; t < sizeof(all) / sizeof(all[0]); t++) {
		for (unsigned style = 0; style < STYLE_COUNT; style++) {
			double c =
				contrast(fore(&all[t], style), ground(&all[t], style));

			if (c < all[t].contrast)
				fail_msg("%s: style %u has contrast %.2f",
					theme_name(all[t].theme), style, c);
		}
	}
}

/* What tells states apart is the colour of the text, or of the ground. */
static int telling(const struct expected *e, unsigned style)
{
	return e->theme == THEME_PROJECTOR ? ground(e, style) : fore(e, style);
}

static void states_can_be_told_apart(void **state)
{
	(void)state;
	for (unsigned t = 0; t < sizeof(all) / sizeof(all[0]); t++) {
		for (int n = 0; n < STATES * STATES * SIGHTS; n++) {
			int i = n / SIGHTS / STATES, j = n / SIGHTS % STATES;
			int sight = n % SIGHTS;
			double d;

			if (i >= j)
				continue;
			d = difference(lab_of(seen(palette(telling(&all[t], states[i])),
					       sight)),
				lab_of(seen(
					palette(telling(&all[t], states[j])), sight)));
			if (d < all[t].difference)
				fail_msg(
					"%s: styles %d and %d differ by %.1f, sight %d",
					theme_name(all[t].theme), states[i], states[j],
					d, sight);
		}
	}
}

static void mono_has_no_colour(void **state)
{
	(void)state;
	for (unsigned style = 0; style < STYLE_COUNT; style++) {
		assert_int_equal(theme_look(THEME_MONO, style).fg, -1);
		assert_int_equal(theme_look(THEME_MONO, style).bg, -1);
	}
}

/* Colours 0 to 15 are the user's own: only `terminal` has them. */
static void only_exact_colours(void **state)
{
	(void)state;
	for (unsigned t = 0; t < THEME_COUNT; t++) {
		for (unsigned style = 0; style < STYLE_COUNT; style++) {
			int fg = theme_look((enum theme)t, style).fg;

			assert_true(
				fg < 0 || (t == THEME_TERMINAL ? fg < 16 : fg >= 16));
		}
	}
}

static void the_choice(void **state)
{
	(void)state;
	assert_int_equal(theme_guess(NULL, 256), THEME_DARK);
	assert_int_equal(theme_guess("0;15", 256), THEME_LIGHT);
	assert_int_equal(theme_guess("0;default;7", 256), THEME_LIGHT);
	assert_int_equal(theme_guess("15;0", 256), THEME_DARK);
	assert_int_equal(theme_guess("0;15", 8), THEME_TERMINAL);
	assert_int_equal(theme_guess("0;15", 0), THEME_MONO);
	assert_int_equal(theme_limit(THEME_PROJECTOR, 256), THEME_PROJECTOR);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_formula_is_right),
		cmocka_unit_test(everything_can_be_read),
		cmocka_unit_test(states_can_be_told_apart),
		cmocka_unit_test(mono_has_no_colour),
		cmocka_unit_test(only_exact_colours),
		cmocka_unit_test(the_choice),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
