/* Ends a reading of ast.def: included after it, any number of times. */
#undef AST_LEAF
#undef AST_BEGIN
#undef AST_CHILD
#undef AST_LIST
#undef AST_NAME
#undef AST_INT
#undef AST_CTX
#undef AST_OP
#undef AST_OPS
#undef AST_VALUE
#undef AST_END
