/* See pattern.h. */
#include "exchange/pattern.h"

#include "base/i18n.h"

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>
#include <stdlib.h>

/* A pattern of a screen file must not hang the terminal on a long text. */
#define MATCH_LIMIT 1000000

/* ANCHORED at both ends instead of text put around the pattern, which its brackets could close. */
static pcre2_code *compile(const char *pattern, struct err *err)
{
	int code;
	PCRE2_SIZE at;
	pcre2_code *re = pcre2_compile((PCRE2_SPTR)pattern, PCRE2_ZERO_TERMINATED,
	                               PCRE2_UTF | PCRE2_UCP | PCRE2_DOLLAR_ENDONLY | PCRE2_ANCHORED | PCRE2_ENDANCHORED, &code,
	                               &at, NULL);
	if (!re) {
		PCRE2_UCHAR text[160];
		pcre2_get_error_message(code, text, sizeof(text));
		err_set(err, "%s", _("das Muster ist fehlerhaft"));
		err_detail(err, "%s: %s", pattern, (const char *)text);
	}
	return re;
}

bool pattern_is_valid(const char *pattern, struct err *err)
{
	pcre2_code *re = compile(pattern, err);
	pcre2_code_free(re);
	return re != NULL;
}

bool pattern_matches(const char *pattern, const char *text)
{
	pcre2_code *re = compile(pattern, NULL);
	if (!re)
		return false;
	pcre2_match_data *data = pcre2_match_data_create_from_pattern(re, NULL);
	pcre2_match_context *context = pcre2_match_context_create(NULL);
	pcre2_set_match_limit(context, MATCH_LIMIT);
	int n = pcre2_match(re, (PCRE2_SPTR)text, PCRE2_ZERO_TERMINATED, 0, 0, data, context);
	pcre2_match_context_free(context);
	pcre2_match_data_free(data);
	pcre2_code_free(re);
	return n >= 0;
}
