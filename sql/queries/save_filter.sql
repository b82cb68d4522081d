-- query: save_filter
-- kind: one
-- param: screen text
-- param: name text
-- param: setting text
-- row: id bigint
insert into council.saved_filter as f (screen, name, setting)
values ($1::text, $2::text, $3::text)
on conflict on constraint saved_filter_account_screen_name_key do update set setting = excluded.setting
returning f.id
