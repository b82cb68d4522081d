/*
 * Several lists, one below the other (the start page). Tab and Backtab move
 * the focus; keys of a section go before those of the page.
 */
#ifndef SCREEN_PAGE_H
#define SCREEN_PAGE_H

#include "screen/list.h"
#include "screen/screen_file.h"
#include "screen/view.h"

struct page;

extern const struct view_class page_class; /* self is a struct page */

struct page *page_new(const struct screen *screen);
void page_free(struct page **p);
struct list *page_list(struct page *p); /* the one with the focus */
unsigned page_reload(struct page *p);

#endif
