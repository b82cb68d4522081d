-- Functions of the fee module that load and put into force: each asks for the right fees itself.

grant execute on function council.day_range(daterange), council.day_ranges(datemultirange), api.load_statute(bigint, text, bigint), api.put_statute_in_force(bigint, boolean), api.withdraw_statute(bigint)
  to ratstisch_fee_clerk;
grant execute on function api.statute_text(bigint), council.statute_sum(numeric), council.statute_ratio(bigint, bigint), council.statute_quote(text),
  council.statute_amount(numeric, text, bigint, bigint, boolean), council.statute_period(daterange, daterange),
  council.statute_time(integer), council.statute_limit(text, text, integer, integer, numeric, bigint, bigint, boolean), council.statute_bodies(bigint, integer),
  council.statute_head_text(council.statute), council.statute_rule_how(council.fee_rule), council.statute_rule_what(council.fee_rule)
  to ratstisch_fee_clerk;
grant execute on function api.statute_parts(bigint), council.text_version(text), api.statute_part(bigint, text), api.check_statute_part(bigint, text, bigint),
  api.statute_frame(bigint), api.statute_base_texts(bigint, text), api.statute_top_texts(bigint, text), api.check_rule_amount(bigint, numeric, text), council.free_statute_year(bigint, text, integer), api.new_statute_text(bigint),
  api.copied_statute_text(bigint), council.require_fees(), council.require_statute(council.statute), council.statute_is_used(bigint), council.newest_statute(bigint, text)
  to ratstisch_fee_clerk;
