#ifndef GCREFS_I18N_H
#define GCREFS_I18N_H

/* Marks a whole sentence that a user reads, for translation: _() where it is
 * used, N_() where it stands in a table. */
#define _(text) (text)
#define N_(text) text

#endif
