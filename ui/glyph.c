#include "glyph.h"

#include <assert.h>
#include <stddef.h>

/* A column each for unicode, console, and the two whose signs are ASCII. */
enum {
	COLUMNS = 3
};

static const uint32_t glyphs[GLYPH_COUNT][COLUMNS] = {
	[GLYPH_HEAD_RIGHT] = {0x25ba, 0x25ba, '>'},
	[GLYPH_HEAD_LEFT] = {0x25c4, 0x25c4, '<'},
	[GLYPH_HEAD_UP] = {0x25b2, 0x25b2, '^'},
	[GLYPH_HEAD_DOWN] = {0x25bc, 0x25bc, 'v'},
	[GLYPH_CROSSING] = {0x253c, 0x253c, '+'},
	[GLYPH_JOIN] = {0x25cf, 0x2022, '*'},
	[GLYPH_SOURCE] = {0x25cf, 0x2022, 'o'},
	[GLYPH_SOURCE_SELF] = {0x25ce, '@', '@'},
	[GLYPH_ELLIPSIS] = {0x2026, '~', '~'},
	[GLYPH_TO] = {0x2192, 0x2192, '>'},
	[GLYPH_FROM] = {0x2190, 0x2190, '<'},
	[GLYPH_UP] = {0x2191, 0x2191, '^'},
	[GLYPH_DOWN] = {0x2193, 0x2193, 'v'},
	[GLYPH_BULLET] = {0x2022, 0x2022, '*'},
	[GLYPH_FULL] = {0x2588, 0x2588, '#'},
	[GLYPH_SHADE] = {0x2591, 0x2591, '.'},
	[GLYPH_INFINITY] = {0x221e, 0x221e, 'i'},
};

/*
 * One row a kind and set, one column an arm mask from 0: N E S W are 1 2 4 8,
 * so 3 is the corner that opens up and right, 5 a vertical, 10 a horizontal.
 */
static const uint32_t square[16] = {' ', 0x2502, 0x2500, 0x2514, 0x2502, 0x2502, 0x250c,
	0x251c, 0x2500, 0x2518, 0x2500, 0x2534, 0x2510, 0x2524, 0x252c, 0x253c};
static const uint32_t dashed[16] = {' ', 0x2506, 0x2504, 0x2514, 0x2506, 0x2506, 0x250c,
	0x251c, 0x2504, 0x2518, 0x2504, 0x2534, 0x2510, 0x2524, 0x252c, 0x253c};
static const uint32_t doubled[16] = {' ', 0x2551, 0x2550, 0x255a, 0x2551, 0x2551,
	0x2554, 0x2560, 0x2550, 0x255d, 0x2550, 0x2569, 0x2557, 0x2563, 0x2566, 0x256c};
static const uint32_t heavy[16] = {' ', 0x2503, 0x2501, 0x2517, 0x2503, 0x2503, 0x250f,
	0x2523, 0x2501, 0x251b, 0x2501, 0x253b, 0x2513, 0x252b, 0x2533, 0x254b};
static const uint32_t dotted[16] = {' ', 0x250a, 0x2508, 0xb7, 0x250a, 0x250a, 0xb7,
	0xb7, 0x2508, 0xb7, 0x2508, 0xb7, 0xb7, 0xb7, 0xb7, 0xb7};
static const uint32_t round_corners[16] = {' ', 0x2502, 0x2500, 0x2570, 0x2502, 0x2502,
	0x256d, 0x251c, 0x2500, 0x256f, 0x2500, 0x2534, 0x256e, 0x2524, 0x252c, 0x25cf};
static const uint32_t weak[16] = {' ', 0x254e, 0x254c, 0x2570, 0x254e, 0x254e, 0x256d,
	0x251c, 0x254c, 0x256f, 0x254c, 0x2534, 0x256e, 0x2524, 0x252c, 0x25cf};
static const uint32_t console_reference[16] = {' ', 0x2502, 0x2500, 0x2514, 0x2502,
	0x2502, 0x250c, 0x251c, 0x2500, 0x2518, 0x2500, 0x2534, 0x2510, 0x2524, 0x252c,
	0x2022};
static const uint32_t ascii_single[16] = {
	' ', '|', '-', '+', '|', '|', '+', '+', '-', '+', '-', '+', '+', '+', '+', '+'};
static const uint32_t ascii_dashed[16] = {
	' ', ':', '.', ':', ':', ':', ':', ':', '.', ':', '.', ':', ':', ':', ':', ':'};
static const uint32_t ascii_doubled[16] = {
	' ', '#', '=', '#', '#', '#', '#', '#', '=', '#', '=', '#', '#', '#', '#', '#'};
static const uint32_t ascii_heavy[16] = {
	' ', '*', '*', '*', '*', '*', '*', '*', '*', '*', '*', '*', '*', '*', '*', '*'};
static const uint32_t ascii_dotted[16] = {
	' ', '.', '.', ',', '.', '.', ',', ',', '.', ',', '.', ',', ',', ',', ',', ','};
static const uint32_t ascii_round[16] = {' ', '|', '-', '\'', '|', '|', '.', '*', '-',
	'\'', '-', '*', '.', '*', '*', '*'};
static const uint32_t ascii_weak[16] = {' ', ':', '~', '\'', ':', ':', '.', '*', '~',
	'\'', '~', '*', '.', '*', '*', '*'};

/* Drawn only where nothing else is; ASCII has no sign left for it. */
static const uint32_t ghost[16] = {' ', 0x2506, 0x2504, 0x2506, 0x2506, 0x2506, 0x2506,
	0x2506, 0x2504, 0x2506, 0x2504, 0x2506, 0x2506, 0x2506, 0x2506, 0x2506};
static const uint32_t nothing[16] = {
	' ', ' ', ' ', ' ', ' ', ' ', ' ', ' ', ' ', ' ', ' ', ' ', ' ', ' ', ' ', ' '};

static const uint32_t *const lines[LINE_COUNT][COLUMNS] = {
	[LINE_SINGLE] = {square, square, ascii_single},
	[LINE_DASHED] = {dashed, ascii_dashed, ascii_dashed},
	[LINE_DOUBLE] = {doubled, doubled, ascii_doubled},
	[LINE_HEAVY] = {heavy, ascii_heavy, ascii_heavy},
	[LINE_DOTTED] = {dotted, ascii_dotted, ascii_dotted},
	[LINE_ROUND] = {round_corners, console_reference, ascii_round},
	[LINE_WEAK] = {weak, ascii_weak, ascii_weak},
	[LINE_GHOST] = {ghost, nothing, nothing},
};

static int column(enum glyph_set set)
{
	return set == GLYPHS_PLAIN ? (int)GLYPHS_ASCII : (int)set;
}

int glyph_is_ascii(enum glyph_set set)
{
	return column(set) == GLYPHS_ASCII;
}

uint32_t glyph_code(enum glyph_set set, enum glyph g)
{
	assert(g < GLYPH_COUNT && set < GLYPHS_COUNT);
	return glyphs[g][column(set)];
}

uint32_t glyph_line(enum glyph_set set, enum line_kind kind, unsigned mask)
{
	assert(kind < LINE_COUNT && set < GLYPHS_COUNT && mask > 0 && mask < 16);
	return lines[kind][column(set)][mask];
}

static uint32_t fold_line(enum glyph_set set, uint32_t code)
{
	for (int kind = 0; kind < LINE_COUNT; kind++)
		for (int mask = 1; mask < 16; mask++)
			if (lines[kind][GLYPHS_UNICODE][mask] == code)
				return lines[kind][column(set)][mask];
	return 0;
}

uint32_t glyph_fold(enum glyph_set set, uint32_t code)
{
	if (code < 0x80)
		return 0;
	for (int g = 0; g < GLYPH_COUNT; g++)
		if (glyphs[g][GLYPHS_UNICODE] == code)
			return glyphs[g][column(set)];
	return fold_line(set, code);
}
