#include "theme.h"

#include <stdlib.h>
#include <string.h>

#include "style.h"

static const char *const names[THEME_COUNT] = {
	[THEME_DARK] = "dark",
	[THEME_LIGHT] = "light",
	[THEME_PROJECTOR] = "projector",
	[THEME_TERMINAL] = "terminal",
	[THEME_MONO] = "mono",
};

#define BOLD THEME_BOLD
#define UNDER THEME_UNDERLINE
#define REVERSE THEME_REVERSE

static const struct theme_look looks[THEME_COUNT][STYLE_COUNT] =
	{
		[THEME_DARK] =
			{
				[STYLE_DEFAULT] = {-1, -1, 0},
				[STYLE_DIM] = {244, -1, 0},
				[STYLE_TITLE] = {-1, -1, BOLD},
				[STYLE_HINT] = {-1, -1, REVERSE},
				[STYLE_BORDER] = {244, -1, 0},
				[STYLE_REACHABLE] = {33, -1, 0},
				[STYLE_TENTATIVE] = {172, -1, 0},
				[STYLE_GARBAGE] = {219, -1, 0},
				[STYLE_OUTSIDE] = {42, -1, 0},
				[STYLE_VISITED] = {-1, -1, BOLD},
				[STYLE_CHANGED] = {-1, -1, BOLD | UNDER},
				[STYLE_REFERENCE] = {-1, -1, 0},
				[STYLE_BACK] = {147, -1, 0},
				[STYLE_WEAK] = {244, -1, 0},
				[STYLE_MATCH] = {-1, -1, REVERSE | UNDER},
				[STYLE_ERROR] = {-1, -1, BOLD},
			},
		[THEME_LIGHT] =
			{
				[STYLE_DEFAULT] = {-1, -1, 0},
				[STYLE_DIM] = {242, -1, 0},
				[STYLE_TITLE] = {-1, -1, BOLD},
				[STYLE_HINT] = {-1, -1, REVERSE},
				[STYLE_BORDER] = {242, -1, 0},
				[STYLE_REACHABLE] = {27, -1, 0},
				[STYLE_TENTATIVE] = {130, -1, 0},
				[STYLE_GARBAGE] = {53, -1, 0},
				[STYLE_OUTSIDE] = {29, -1, 0},
				[STYLE_VISITED] = {-1, -1, BOLD},
				[STYLE_CHANGED] = {-1, -1, BOLD | UNDER},
				[STYLE_REFERENCE] = {-1, -1, 0},
				[STYLE_BACK] = {60, -1, 0},
				[STYLE_WEAK] = {242, -1, 0},
				[STYLE_MATCH] = {-1, -1, REVERSE | UNDER},
				[STYLE_ERROR] = {-1, -1, BOLD},
			},
		[THEME_PROJECTOR] =
			{
				[STYLE_DEFAULT] = {16, 231, 0},
				[STYLE_DIM] = {16, 231, 0},
				[STYLE_TITLE] = {16, 231, BOLD},
				[STYLE_HINT] = {231, 16, 0},
				[STYLE_BORDER] = {16, 231, 0},
				[STYLE_REACHABLE] = {16, 39, 0},
				[STYLE_TENTATIVE] = {16, 220, 0},
				[STYLE_GARBAGE] = {16, 211, 0},
				[STYLE_OUTSIDE] = {16, 121, 0},
				[STYLE_VISITED] = {16, 231, BOLD},
				[STYLE_CHANGED] = {16, 231, BOLD | UNDER},
				[STYLE_REFERENCE] = {16, 231, 0},
				[STYLE_BACK] = {16, 231, 0},
				[STYLE_WEAK] = {16, 231, 0},
				[STYLE_MATCH] = {16, 231, REVERSE | UNDER},
				[STYLE_ERROR] = {16, 231, BOLD},
			},
		[THEME_TERMINAL] =
			{
				[STYLE_DEFAULT] = {-1, -1, 0},
				[STYLE_DIM] = {-1, -1, 0},
				[STYLE_TITLE] = {-1, -1, BOLD},
				[STYLE_HINT] = {-1, -1, REVERSE},
				[STYLE_BORDER] = {-1, -1, 0},
				[STYLE_REACHABLE] = {6, -1, 0},
				[STYLE_TENTATIVE] = {3, -1, 0},
				[STYLE_GARBAGE] = {5, -1, 0},
				[STYLE_OUTSIDE] = {2, -1, BOLD},
				[STYLE_VISITED] = {-1, -1, BOLD},
				[STYLE_CHANGED] = {-1, -1, BOLD | UNDER},
				[STYLE_REFERENCE] = {-1, -1, 0},
				[STYLE_BACK] = {-1, -1, 0},
				[STYLE_WEAK] = {-1, -1, 0},
				[STYLE_MATCH] = {-1, -1, REVERSE | UNDER},
				[STYLE_ERROR] = {-1, -1, BOLD},
			},
		[THEME_MONO] =
			{
				[STYLE_DEFAULT] = {-1, -1, 0},
				[STYLE_DIM] = {-1, -1, 0},
				[STYLE_TITLE] = {-1, -1, BOLD},
				[STYLE_HINT] = {-1, -1, REVERSE},
				[STYLE_BORDER] = {-1, -1, 0},
				[STYLE_REACHABLE] = {-1, -1, 0},
				[STYLE_TENTATIVE] = {-1, -1, 0},
				[STYLE_GARBAGE] = {-1, -1, 0},
				[STYLE_OUTSIDE] = {-1, -1, BOLD},
				[STYLE_VISITED] = {-1, -1, BOLD},
				[STYLE_CHANGED] = {-1, -1, BOLD | UNDER},
				[STYLE_REFERENCE] = {-1, -1, 0},
				[STYLE_BACK] = {-1, -1, 0},
				[STYLE_WEAK] = {-1, -1, 0},
				[STYLE_MATCH] = {-1, -1, REVERSE | UNDER},
				[STYLE_ERROR] = {-1, -1, BOLD},
			},
};

const char *theme_name(enum theme t)
{
	return names[t];
}

int theme_find(const char *name)
{
	for (int t = 0; t < THEME_COUNT; t++) {
		if (strcmp(names[t], name) == 0)
			return t;
	}
	return -1;
}

struct theme_look theme_look(enum theme t, unsigned style)
{
	unsigned role = style & STYLE_ROLE;
	struct theme_look look = looks[t][role < STYLE_COUNT ? role : STYLE_DEFAULT];

	if (style & STYLE_BOLD)
		look.attributes |= THEME_BOLD;
	if (style & STYLE_UNDERLINE)
		look.attributes |= THEME_UNDERLINE;
	if (style & (STYLE_SELECTED | STYLE_REVERSE))
		look.attributes ^= THEME_REVERSE;
	return look;
}

enum theme theme_limit(enum theme wanted, int colors)
{
	if (colors < 8)
		return THEME_MONO;
	if (colors < 256 && wanted != THEME_MONO)
		return THEME_TERMINAL;
	return wanted;
}

enum theme theme_guess(const char *colorfgbg, int colors)
{
	const char *background = colorfgbg ? strrchr(colorfgbg, ';') : NULL;
	int bg = background ? atoi(background + 1) : 0;

	return theme_limit(bg == 7 || bg == 15 ? THEME_LIGHT : THEME_DARK, colors);
}
