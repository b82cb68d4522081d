-- query: save_fee_rule
-- kind: one
-- param: id bigint
-- param: version bigint
-- param: label text
-- param: paragraph text
-- param: valid_from date
-- param: valid_until date
-- param: amount numeric
-- param: rate_name text
-- param: due text
-- param: prorata text
-- param: account text
-- param: cost_centre text
-- param: wage_type text
-- param: payer text
-- row: id bigint
-- row: version bigint
update council.fee_rule t set label = $3::text, paragraph = $4::text, valid = daterange($5::date, $6::date, '[]'), amount = $7::numeric,
  rate_name = $8::text, due = coalesce($9::text, t.due), prorata = coalesce($10::text, t.prorata), account = coalesce($11::text, ''),
  cost_centre = coalesce($12::text, ''), wage_type = coalesce($13::text, ''), payer = coalesce($14::text, '')
where t.id = $1::bigint and t.version = $2::bigint and api.check_rule_amount($1::bigint, $7::numeric, $8::text)
returning t.id, t.version
