-- Payments, files and documents of the fee module: its functions ask for the right themselves.

grant execute on function api.make_payment(bigint, text, date, text), api.open_balances(bigint, text, date), api.drop_payment(bigint),
  api.payment_sent(bigint), api.transfer_number(text), api.return_transfer(bigint, date, text),
  api.settle_balance(bigint, text, text), api.seal_file(bigint, bytea),
  api.register_posting(bigint, text, text, integer, numeric, bytea),
  council.posting_total(bigint, text), council.months_text(daterange), council.easter(integer), council.bank_closed(date), council.banking_day(date), council.tax_free(numeric, bigint, bigint, numeric, numeric) to ratstisch_fee_clerk;
