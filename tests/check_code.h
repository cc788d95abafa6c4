#ifndef GCREFS_TESTS_CHECK_CODE_H
#define GCREFS_TESTS_CHECK_CODE_H

#include "code.h"
#include "strbuf.h"

/*
 * What must be true of all compiled code: every operand is in range; however
 * an operation is reached, the stack is as deep as its sp says; no stack runs
 * over slot_count or under the first stack slot; jumps and handlers land inside;
 * nothing runs off the end; every way around in a loop passes a LINE or a YIELD.
 * Appends a line for each thing that is not; returns whether there was none.
 */
bool check_code(const struct code *code, struct strbuf *out);
bool check_unit(const struct unit *unit, struct strbuf *out);

#endif
