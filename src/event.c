#include "event.h"

const char *event_kind_name(enum event_kind kind)
{
	static const char *const names[] = {
#define EVENT(name, text) text,
#include "event.def"
#undef EVENT
	};

	return names[kind];
}
