#ifndef GCREFS_UNICODE_ID_H
#define GCREFS_UNICODE_ID_H

#include <stdbool.h>
#include <stdint.h>

/* Which characters make an identifier in Python 3 (XID_Start, XID_Continue as NFKC
 * leaves them), and which can be shown. */
bool unicode_is_id_start(uint32_t c);
bool unicode_is_id_continue(uint32_t c);
bool unicode_is_printable(uint32_t c);

#endif
