-- Who may see and write the fee module: accounts with the right fees; bank data: with the right bank. Nobody else has as much as
-- a grant. Runs, items, gaps and settlements are written by the functions of the module only.

do $$
declare
  t text;
begin
  -- What follows from a calculation, and the small parts of statutes: read only.
  foreach t in array array['statute_choice', 'fee_function', 'fee_cap', 'fee_tax_class', 'fee_rule_who', 'fee_rule_body',
    'fee_rule_when', 'fee_rule_bracket', 'fee_rule_share', 'fee_rule_limit', 'fee_rule_name', 'fee_rule_presence',
    'fee_rule_at_most', 'fee_rule_vehicle', 'fee_rule_confirm', 'fee_confirmation', 'fee_run', 'fee_run_statute', 'fee_item',
    'fee_run_person', 'fee_gap', 'fee_file', 'fee_settlement', 'fee_due', 'fee_closing']
  loop
    execute format('grant select on council.%I to ratstisch_fee_clerk', t);
    execute format('create policy read on council.%I for select to ratstisch_fee_clerk
      using ((select council.may(null, ''fees'')))', t);
  end loop;
  -- What the fee clerk enters.
  foreach t in array array['statute', 'fee_rate', 'fee_band', 'fee_rule', 'body_size', 'fee_assignment', 'fee_setting', 'fee_meeting', 'fee_presence',
    'fee_claim', 'fee_evidence', 'fee_working_hours', 'fee_distance', 'fee_hold', 'fee_payee', 'fee_correction', 'fee_account',
    'posting_template', 'posting_column']
  loop
    execute format('grant select, insert, update, delete on council.%I to ratstisch_fee_clerk', t);
    execute format('create policy fees on council.%I to ratstisch_fee_clerk
      using ((select council.may(null, ''fees''))) with check ((select council.may(null, ''fees'')))', t);
  end loop;
end
$$;

grant select, insert, update, delete on council.fee_bank_account to ratstisch_fee_cashier;
create policy bank on council.fee_bank_account to ratstisch_fee_cashier
  using ((select council.may(null, 'bank'))) with check ((select council.may(null, 'bank')));
grant select on council.fee_transfer to ratstisch_fee_cashier;
create policy bank on council.fee_transfer for select to ratstisch_fee_cashier using ((select council.may(null, 'bank')));

grant execute on function api.dry_run(bigint, date, integer, text), api.drop_run(bigint), api.commit_run(bigint), api.release_run(bigint),
  api.close_month(bigint, date), api.confirm_meeting(bigint, text), api.unconfirm_meeting(bigint),
  api.simulate(bigint, date, integer, bigint, text), api.why(bigint), council.german_money(numeric), council.german_number(numeric),
  council.fee_basis_text(text, bigint, date, bigint), council.fee_cut_text(text, bigint), api.find_statute(bigint, text),
  api.find_person(text), council.confirm_all(bigint[], text[]), api.confirm_meetings(bigint, date, date), api.fee_forecast(bigint, integer) to ratstisch_fee_clerk;
