-- Functions of the fee module that load and put into force: each asks for the right fees itself.

grant execute on function council.day_range(daterange), api.load_statute(bigint, text), api.put_statute_in_force(bigint, boolean), api.withdraw_statute(bigint)
  to ratstisch_fee_clerk;
