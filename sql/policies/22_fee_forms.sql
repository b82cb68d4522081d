-- Views and functions of the fee screens. Views and functions without security definer run with the rights of the asker: the
-- policies of the tables hold.

grant select on api.fee_run_lines, api.fee_person_lines to ratstisch_fee_clerk;
grant execute on function council.plain_amount(numeric), council.fee_clock(text), council.fee_people(text, bigint, date),
  council.read_present(text, bigint, date, time, time), council.present_line(bigint), council.fee_strangers(bigint), api.fee_meeting_notice(bigint), council.refuse_claim(text, text, text),
  council.check_claim(text, time, time, numeric, numeric, text, text, text), council.overlapping_claims(council.fee_claim),
  api.again_run(bigint), api.save_fee_meeting(bigint, bigint, bigint, date, time, time, text, text, date, text),
  api.save_fee_claim(bigint, bigint, bigint, text, date, time, time, numeric, numeric, numeric, text, integer, bigint, text, boolean, date,
    text, text, text, text),
  council.statute_used_until(bigint), council.fee_quotient(numeric, numeric), api.rule_text(bigint),
  api.save_fee_rate(bigint, bigint, bigint, text, text, text, date, date, text, numeric, text, bigint, bigint),
  api.confirm_these(text), api.confirm_shown(bigint, text), api.fee_topics(bigint), api.fee_menu(bigint) to ratstisch_fee_clerk;
grant execute on function council.iban_fault(text), api.save_fee_bank_account(bigint, bigint, bigint, text, text, date, date) to ratstisch_fee_cashier;
