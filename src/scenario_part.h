#ifndef GCREFS_SCENARIO_PART_H
#define GCREFS_SCENARIO_PART_H

#include "scenario.h"

/* Splits the source into lines of UTF-8, after its coding line. */
void scenario_lines(struct scenario *s);

/* Reads all special comments. */
void scenario_captions(struct scenario *s);

/* Settings of the first comment block: "# gcrefs:", "# python:", shebang.
 * *FOUND: whether a version is named. */
bool scenario_settings(struct scenario *s, bool *found, struct diag *d);

#endif
