#include "cast.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "xalloc.h"

struct cast {
	FILE *file;
	struct timespec start;
};

static double seconds(const struct cast *c)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (double)(now.tv_sec - c->start.tv_sec) +
		(double)(now.tv_nsec - c->start.tv_nsec) / 1e9;
}

struct cast *cast_begin(const char *file, int columns, int rows)
{
	FILE *out = fopen(file, "wx");
	struct cast *c;

	if (!out)
		return NULL;
	c = xcalloc(1, sizeof(*c));
	c->file = out;
	clock_gettime(CLOCK_MONOTONIC, &c->start);
	fprintf(out,
		"{\"version\": 2, \"width\": %d, \"height\": %d, "
		"\"env\": {\"TERM\": \"xterm-256color\"}, \"title\": \"gcrefs\"}\n",
		columns, rows);
	return c;
}

static void put_text(FILE *out, const char *bytes, size_t length)
{
	for (size_t i = 0; i < length; i++) {
		unsigned char byte = (unsigned char)bytes[i];

		if (byte < 0x20 || byte == 0x7f || byte == '"' || byte == '\\')
			fprintf(out, "\\u%04x", byte);
		else
			putc(byte, out);
	}
}

void cast_output(struct cast *c, const char *bytes, size_t length)
{
	fprintf(c->file, "[%.6f, \"o\", \"", seconds(c));
	put_text(c->file, bytes, length);
	fputs("\"]\n", c->file);
}

void cast_size(struct cast *c, int columns, int rows)
{
	fprintf(c->file, "[%.6f, \"r\", \"%dx%d\"]\n", seconds(c), columns, rows);
}

bool cast_end(struct cast *c)
{
	bool fine = !ferror(c->file);

	fine = fclose(c->file) == 0 && fine;
	free(c);
	return fine;
}
