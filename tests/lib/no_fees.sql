-- Takes the fee data of the demonstration away: for tests that make statutes, facts and payments of their own.
do $$
declare
  t text;
begin
  update council.statute set state = 'draft', in_force = null, based_on = null;
  foreach t in array array['fee_confirmation', 'fee_bank_account', 'fee_payee', 'fee_hold', 'fee_claim', 'fee_presence', 'fee_meeting', 'fee_distance',
    'fee_assignment', 'fee_setting', 'body_size', 'statute']
  loop
    execute format('delete from council.%I', t);
  end loop;
end
$$;
