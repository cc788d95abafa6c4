#ifndef GCREFS_DISASM_H
#define GCREFS_DISASM_H

#include "code.h"
#include "strbuf.h"

/*
 * Compiled code as text, for tests and for those who work on the compiler.
 *
 * One block for each code: its properties, then one line for each operation:
 *
 *	LINE  INDEX  [>]OPERATION  OPERANDS  (what they mean)  | DEPTH
 *
 * LINE only where it differs from the line above, > where a jump or a handler
 * arrives, DEPTH the number of values on the operand stack before it.  A
 * handler FROM-TO -> AT | DEPTH is one line at the end.
 */
void disasm_code(const struct code *code, struct strbuf *out);
/* All of a unit, the module first. */
void disasm_unit(const struct unit *unit, struct strbuf *out);

/* A constant as Python would write it. */
void disasm_constant(const struct constant *k, struct strbuf *out);

#endif
