#ifndef GCREFS_STYLE_H
#define GCREFS_STYLE_H

/*
 * What a cell means, never how it looks: a theme turns a meaning into colours
 * and attributes.  A style is one of the roles below, or'ed with any number of
 * the flags; it fits in 16 bits.  Colour is never the only sign of a meaning:
 * whoever draws also draws the border, mark or word that belongs to it.
 */
enum style {
	STYLE_DEFAULT,		/* text, live objects, not visited yet */
	STYLE_DIM,		/* less important, freed; never alone */
	STYLE_TITLE,		/* name of a pane, status line */
	STYLE_HINT,		/* keys and help in the last lines */
	STYLE_BORDER,		/* frames and rules between panes */
	STYLE_REACHABLE,	/* R: decided reachable in this collection */
	STYLE_TENTATIVE,	/* ?: set aside, tentatively unreachable */
	STYLE_GARBAGE,		/* X D U: unreachable, dead, uncollectable */
	STYLE_OUTSIDE,		/* a reference from outside that keeps alive */
	STYLE_VISITED,		/* being visited now */
	STYLE_CHANGED,		/* changed in this step */
	STYLE_REFERENCE,	/* a reference's line */
	STYLE_BACK,		/* a reference's line that runs against the flow */
	STYLE_WEAK,		/* a weak reference's line */
	STYLE_MATCH,		/* found by a search */
	STYLE_ERROR,		/* an error message */
	STYLE_COUNT,

	STYLE_ROLE = 0x00ff,	/* mask of the role */
	STYLE_SELECTED = 0x0100,
	STYLE_BOLD = 0x0200,
	STYLE_REVERSE = 0x0400,
	STYLE_UNDERLINE = 0x0800,
};

#endif
