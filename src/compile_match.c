#include "compile_core.h"
void compile_match(struct compiler *c, const struct ast *node)
{
	fail_refuse(c, node, "match");
}
