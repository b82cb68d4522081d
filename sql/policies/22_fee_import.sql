-- The import of facts runs with the rights of the asker.

grant execute on function council.iban_length(text), council.iban_normal(text), council.iban_is_valid(text), council.iban_words(text),
  council.import_persons(bigint, text[]), council.import_organizations(bigint, text[]), council.import_locations(bigint, text[]),
  council.import_given(jsonb, text), council.import_rows(bigint, jsonb), council.import_faults(bigint, jsonb),
  council.import_dated(jsonb, text, text[], text[], boolean, boolean), council.import_payees(jsonb), council.import_group_meetings(jsonb, boolean),
  council.import_claim_rows(jsonb), council.import_claims(jsonb, boolean), council.import_confirmations(jsonb, boolean),
  council.import_kind(text, jsonb, boolean), council.require_fees(text), council.today(), api.import_fees(bigint, text, text, boolean)
  to ratstisch_fee_clerk;
