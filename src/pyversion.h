#ifndef GCREFS_PYVERSION_H
#define GCREFS_PYVERSION_H

#include <stdbool.h>

/* A version of the Python language: {2, 7} or {3, 6} to {3, 15}. */
struct py_version {
	int major, minor;
};

/* Whether V is MAJOR.MINOR or newer. */
static inline bool py_at_least(struct py_version v, int major, int minor)
{
	return v.major > major || (v.major == major && v.minor >= minor);
}

#endif
