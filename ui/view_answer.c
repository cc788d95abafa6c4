#include "i18n.h"
#include "report.h"
#include "view.h"

/* The answer to a question, as a scrolled text. */

static unsigned style_of(enum report_role role)
{
	switch (role) {
	case REPORT_TITLE:
	case REPORT_HEADING:
		return STYLE_TITLE;
	case REPORT_NOTE:
		return STYLE_DIM;
	case REPORT_VERDICT:
		return STYLE_DEFAULT | STYLE_BOLD;
	default:
		return STYLE_DEFAULT;
	}
}

void view_report_rows(struct rows *r, const struct report *report, uint32_t from)
{
	for (uint32_t i = from; i < report->count; i++) {
		const struct report_line *line = &report->lines[i];

		rows_wrap(r, 1 + 2 * line->indent, line->text, style_of(line->role));
	}
}

void view_answer_draw(struct canvas *c, const struct scene *s, struct view_place *p)
{
	struct rows r;

	(void)s;
	if (p->scroll < 0)
		p->scroll = 0;
	r = rows_start(c, p->scroll);
	if (!p->answer || p->answer->count == 0) {
		rows_wrap(&r, 1,
			_("Ask: i why the selected object is alive or dead; :why NAME; "
			  ":why gc; :diff STEP"),
			STYLE_DIM);
		return;
	}
	view_report_rows(&r, p->answer, 0);
	if (p->scroll > r.count - 1)
		p->scroll = r.count - 1;
}
