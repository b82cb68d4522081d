-- The ledger: repeated delivery, pen, rights, chain, tampering, signing.
\ir lib/setup.sql
select * from no_plan();
\set id '\'00000000-0000-4000-8000-00000000e001\''

-- Pen.
select is(pg_temp.event('schriftfuehrung', 1, 'open', '{"legal": 34, "persons": "1 2"}'), 'ERROR RT001', 'no pen, no event');
select is(pg_temp.ask('schriftfuehrung', $$select mine from api.take_pen(1, '00000000-0000-4000-8000-0000000000c2', false)$$), 'true', 'a free pen is taken');
select is(pg_temp.ask('schriftfuehrung', $$select mine from api.take_pen(1, '00000000-0000-4000-8000-0000000000c1', false)$$), 'false', 'another program gets it not');
select is(pg_temp.ask('schriftfuehrung', $$select holder from api.take_pen(1, '00000000-0000-4000-8000-0000000000c1', false)$$), 'schriftfuehrung', 'but hears who has it');
select is(pg_temp.event('schriftfuehrung', 1, 'open', '{"legal": 34, "persons": "1 2"}'), 'ERROR RT001', 'and cannot write');
select is((select count(*) from council.meeting_event where meeting_id = 1), 0::bigint, 'none of this is in the ledger');
select is(pg_temp.take_pen('schriftfuehrung', 1), 'true', 'by force it gets it');
select is((select string_agg(kind || ':' || text || ':' || author, ',') from council.meeting_event where meeting_id = 1),
  'pen:schriftfuehrung:schriftfuehrung', 'which stands in the ledger');
select is(pg_temp.ask('schriftfuehrung', $$select api.keep_pen(1, '00000000-0000-4000-8000-0000000000c2')$$), 'false', 'the other one hears that it is gone');
select is(pg_temp.ask('schriftfuehrung', $$select api.keep_pen(1, '00000000-0000-4000-8000-0000000000c1')$$), 'true', 'the holder keeps it');
update council.pen set until = now() - interval '1 hour' where meeting_id = 1;
select is(pg_temp.event('schriftfuehrung', 1, 'speaker', '{"slot": "request", "text": "Gast"}'), '2', 'a lease that ran out does not stop its holder');
update council.pen set until = now() - interval '1 hour' where meeting_id = 1;
select is(pg_temp.ask('schreibdienst', $$select mine from api.take_pen(1, '00000000-0000-4000-8000-0000000000c3', false)$$), 'true', 'but another may take it then without force');
select is(pg_temp.ask('schreibdienst', $$select api.release_pen(1, '00000000-0000-4000-8000-0000000000c3')$$), 'true', 'and puts it down');
select is(pg_temp.ask(who, $$select mine from api.take_pen(1, '00000000-0000-4000-8000-0000000000c4', true)$$), answer, who || ' cannot take the pen')
from (values ('leserin', 'ERROR RT003'), ('gast', 'ERROR 42501'), ('verwaltung', 'ERROR RT003')) v (who, answer);
select is(pg_temp.take_pen('schriftfuehrung', 1), 'true', 'a pen put down is taken');
select is((select count(*) from council.meeting_event where meeting_id = 1), 3::bigint, 'the change of hands by time stands in the ledger, the free pen does not');

-- Delivery.
select is(pg_temp.event('schriftfuehrung', 1, 'open', jsonb_build_object('event_id', :id, 'legal', 34, 'person', 1,
  'persons', '1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20')), '4', 'an event gets the next number');
select is(pg_temp.event('schriftfuehrung', 1, 'open', jsonb_build_object('event_id', :id, 'legal', 34, 'person', 1,
  'persons', '1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20')), '4', 'the same again gives the same number');
select is((select count(*) from council.meeting_event where meeting_id = 1), 4::bigint, 'and adds nothing');
select is((select count(*) from council.attendance where meeting_id = 1), 20::bigint, 'nor to the attendance');
select is(pg_temp.event('schriftfuehrung', 1, 'open', jsonb_build_object('event_id', :id, 'legal', 35, 'person', 1,
  'persons', '1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20')), 'ERROR RT004', 'the same identifier with another content is refused');
select is(pg_temp.event('schriftfuehrung', 4, 'mark', jsonb_build_object('event_id', :id)), 'ERROR RT004', 'also in another meeting');
select is((select state from council.meeting where id = 1), 'running', 'the meeting runs');
select is(pg_temp.event(who, 1, 'pause'), 'ERROR RT003', who || ' has no right to record') from unnest(array['leserin', 'schreibdienst', 'verwaltung', 'sitzungsgeld']) who;
select is(pg_temp.event('gast', 1, 'pause'), 'ERROR 42501', 'gast cannot even call');
select is(pg_temp.event('schriftfuehrung', 999999, 'pause'), 'ERROR RT003', 'an unknown meeting is refused in the same words');
select is(pg_temp.ask('schriftfuehrung', 'insert into council.meeting_event (event_id) values (gen_random_uuid())'), 'ERROR 42501', 'nobody inserts past the function');

-- References.
select is(pg_temp.event('schriftfuehrung', 1, 'item_call', '{"item": "00000000-0000-4000-8000-000000004001"}'), 'ERROR RT005', 'an item of another meeting is refused');
select is(pg_temp.event('schriftfuehrung', 1, 'item_call'), 'ERROR RT005', 'calling needs an item');
select is(pg_temp.event('schriftfuehrung', 1, 'dance'), 'ERROR RT005', 'an unknown kind is refused');
select is(pg_temp.event('schriftfuehrung', 1, 'undo', '{"ref": "00000000-0000-4000-8000-00000000ffff"}'), 'ERROR RT005', 'undo needs a known event');
select is(pg_temp.event('schriftfuehrung', 1, 'undo', jsonb_build_object('ref', event_id)), 'ERROR RT007', 'the pen cannot be undone')
from council.meeting_event where meeting_id = 1 and kind = 'pen' limit 1;
select is(pg_temp.event('schriftfuehrung', 1, 'item_add', jsonb_build_object('item', pg_temp.item(3), 'text', 'x')), 'ERROR RT005', 'a planned item is not added again');

-- Impossible facts.
create function pg_temp.vote(changes jsonb) returns text
  language sql
as $$
  select pg_temp.event('schriftfuehrung', 1, 'vote', jsonb_build_object('item', pg_temp.item(5), 'slot', 'motion',
    'mode', 'count', 'rule', 'simple', 'outcome', 'adopted', 'legal', 34, 'entitled', 20, 'present', 20, 'yes', 15,
    'no', 4, 'abstain', 1, 'invalid', 0) || changes)
$$;
select is(pg_temp.vote(changes::jsonb), 'ERROR 23514', why)
from (values ('{"yes": 16}', 'more votes than entitled'), ('{"invalid": 1}', 'invalid ones count as cast'),
  ('{"entitled": 21}', 'more entitled than present'), ('{"present": 35}', 'more present than legal members'),
  ('{"yes": -1}', 'a negative count'), ('{"mode": "loud"}', 'an unknown mode'), ('{"mode": null}', 'no mode'),
  ('{"outcome": "perhaps"}', 'an unknown outcome'), ('{"outcome": null}', 'no outcome'), ('{"slot": "coffee"}', 'an unknown subject'),
  ('{"legal": null}', 'no legal membership'), ('{"abstain": null}', 'no abstentions'),
  ('{"mode": "secret", "persons": "1 2", "choices": "JN"}', 'a secret vote with persons'),
  ('{"mode": "secret", "labels": "CDU", "counts": "15 4 1"}', 'a secret vote with groups'),
  ('{"persons": "1 2", "choices": "JN"}', 'names below a vote that was no roll call'),
  ('{"mode": "rollcall"}', 'a roll call without names'),
  ('{"mode": "rollcall", "persons": "1 2 3", "choices": "JN"}', 'a roll call with a choice missing'),
  ('{"mode": "rollcall", "yes": 2, "no": 0, "abstain": 0, "persons": "1 2", "choices": "JN"}', 'a roll call that does not add up'),
  ('{"mode": "rollcall", "yes": 1, "no": 0, "abstain": 0, "persons": "1", "choices": "X"}', 'an unknown choice'),
  ('{"mode": "group", "labels": "CDU", "counts": "15 4"}', 'two numbers for a group'),
  ('{"text": "a\u0007b"}', 'a control character')) v (changes, why);
-- Each rule of an event in itself is kept, and named when it is broken.
create function pg_temp.broken_rule(changes jsonb) returns text language plpgsql as $$
declare
  rule text;
begin
  perform council.check_event(jsonb_populate_record(null::council.meeting_event, '{"at": "2026-10-14 18:00+02",
    "typed_at": "2026-10-14 18:00+02", "seq": 1, "kind": "vote", "slot": "motion", "mode": "count", "rule": "simple",
    "outcome": "adopted", "legal": 34, "entitled": 20, "present": 20, "yes": 10, "no": 9, "abstain": 1, "invalid": 0}'::jsonb
    || jsonb_build_object('hash', E'\\x' || repeat('00', 32)) || changes));
  return 'none';
exception when check_violation then
  get stacked diagnostics rule = constraint_name;
  return replace(rule, 'event_', '');
end
$$;
select is(pg_temp.broken_rule(changes::jsonb), rule, coalesce(nullif(changes, '{}'), 'a vote') || ': ' || rule)
from (values ('{}', 'none'), ('{"at": "1944-12-31"}', 'moment_in_range'), ('{"typed_at": "2200-02-01"}', 'moment_in_range'),
  ('{"seq": 0}', 'chained'), ('{"hash": "\\x00"}', 'chained'), ('{"yes": -1}', 'number_in_range'),
  ('{"legal": 100001}', 'number_in_range'), ('{"choices": "JX"}', 'choices_known'), ('{"counts": [1, -1]}', 'lists_complete'),
  ('{"persons": [1, null]}', 'lists_complete'), ('{"labels": ["a", null]}', 'lists_complete'),
  ('{"mode": "secret", "persons": [1]}', 'secret_has_no_persons'), ('{"mode": "secret", "labels": ["a"]}', 'secret_has_no_persons'),
  ('{"kind": "quorum", "present": 35}', 'present_within_legal'), ('{"legal": 0}', 'none'),
  ('{"entitled": 21}', 'entitled_within_present'), ('{"yes": 11}', 'votes_within_entitled'),
  ('{"kind": "election", "yes": 11}', 'none'), ('{"kind": "election", "no": 21}', 'votes_within_entitled'),
  ('{"mode": null}', 'vote_complete'), ('{"outcome": "noted"}', 'vote_complete'), ('{"slot": "round"}', 'vote_complete'),
  ('{"rule": null}', 'vote_complete'), ('{"yes": null}', 'vote_complete'), ('{"persons": [1]}', 'persons_only_by_name'),
  ('{"mode": "rollcall"}', 'choice_per_person'),
  ('{"mode": "rollcall", "persons": [1, 2], "choices": "JN", "yes": 1, "no": 1, "abstain": 0}', 'none'),
  ('{"mode": "rollcall", "persons": [1, 2], "choices": "JJ", "yes": 1, "no": 1, "abstain": 0}', 'choice_per_person'),
  ('{"mode": "rollcall", "persons": [1], "choices": "JN", "yes": 1, "no": 1, "abstain": 0}', 'choice_per_person'),
  ('{"mode": "group", "labels": ["a"], "counts": [1, 2]}', 'three_counts_per_group'),
  ('{"kind": "seats", "labels": ["a"], "counts": [1, 2]}', 'one_count_per_candidate'),
  ('{"kind": "undo"}', 'undo_names_event'), ('{"kind": "arrive"}', 'person_named'),
  ('{"kind": "substitute", "person_id": 1}', 'other_person_named')) v (changes, rule);
select is(pg_temp.broken_rule(jsonb_build_object(field, array_fill(sample, array[size]))), 'lists_bounded', 'too many ' || field)
from (values ('persons', 1, 5001), ('labels', 1, 1001), ('counts', 1, 3001)) v (field, sample, size);
select is(pg_temp.vote('{"mode": "secret"}'), '5', 'a secret vote with counts only is taken');
select is((select count(*) from council.vote), 0::bigint, 'it leaves no ballots');
select throws_ok($$insert into council.vote (event_id, person_id, option) select event_id, 2, 'yes' from council.vote_event
  where meeting_id = 1 and mode = 'secret'$$, '23503', null, 'nobody can put a ballot below a secret vote');
select throws_ok($$insert into council.vote (event_id, person_id, mode, option) select event_id, 2, 'secret', 'yes'
  from council.vote_event where meeting_id = 1 and mode = 'secret'$$, '23514', null, 'also not by naming its mode');
select is(pg_temp.vote('{"mode": "rollcall", "yes": 2, "no": 1, "abstain": 1, "persons": "1 2 3 4 5", "choices": "JJNEO", "repeated": true}'), '6', 'a roll call is taken');
select results_eq($$select person_id, option from council.vote order by person_id$$,
  $$values (1::bigint, 'yes'), (2, 'yes'), (3, 'no'), (4, 'abstain'), (5, 'not voting')$$, 'with everybody''s choice');
select is(pg_temp.event('schriftfuehrung', 1, 'text', jsonb_build_object('slot', 'closing', 'text', repeat('x', 200001))), 'ERROR 23514', 'a text has a size');
select matches(pg_temp.event('schriftfuehrung', 1, 'text', jsonb_build_object('slot', 'closing', 'text', E'a\tb\nc')), '^7$', 'line breaks and tabs are texts');

-- The exact time, and the fields as they were sent.
select is(pg_temp.event('schriftfuehrung', 1, 'pause', '{"at": "1792000000123457", "note": "Lüftung"}'), '8', 'a pause');
select results_eq($$select council.micros(at), note::text, persons is null, flag is null from council.meeting_event where meeting_id = 1 and seq = 8$$,
  $$values (1792000000123457, 'Lüftung', true, true)$$, 'to the microsecond, and nothing where nothing was sent');

-- The chain.
select is((select array_agg(seq order by seq) from council.meeting_event where meeting_id = 1), array[1,2,3,4,5,6,7,8]::bigint[], 'numbers without gaps');
select is(pg_temp.ask('schriftfuehrung', 'select what || seq from api.check_ledger(1)'), 'ok8', 'the ledger is sound');
select is(pg_temp.ask('leserin', 'select what from api.check_ledger(1)'), 'ERROR RT003', 'checking needs the right to see it all');
select throws_ok($$update council.meeting_event set note = 'x' where meeting_id = 1 and seq = 8$$, 'RT002', null, 'not even the superuser changes an event');
select throws_ok($$delete from council.meeting_event where meeting_id = 1$$, 'RT002', null, 'or removes one');
select throws_ok($$truncate council.meeting_event$$, 'RT002', null, 'or all');
savepoint sound;
alter table council.meeting_event disable trigger append_only;
update council.meeting_event set yes = 16, no = 3 where meeting_id = 1 and seq = 5;
select is(pg_temp.ask('schriftfuehrung', 'select what || seq from api.check_ledger(1) limit 1'), 'chain5', 'a changed event is named');
rollback to sound;
alter table council.meeting_event disable trigger append_only;
update council.meeting_event set author = 'other' where meeting_id = 1 and seq = 6;
select is(pg_temp.ask('schriftfuehrung', 'select what || seq from api.check_ledger(1) limit 1'), 'chain6', 'a changed author too');
rollback to sound;
alter table council.meeting_event disable trigger append_only;
update council.meeting_event set number = 'a,1:b' where meeting_id = 1 and seq = 8;
update council.meeting_event e set hash = council.event_hash(e) where meeting_id = 1 and seq = 5;
update council.meeting_event e set hash = council.event_hash(e) where meeting_id = 1 and seq = 8;
select is(pg_temp.ask('schriftfuehrung', 'select count(*) from api.check_ledger(1) where what = ''chain'''), '0', 'the last event alone can be forged with its hash ...');
rollback to sound;
alter table council.meeting_event disable trigger append_only;
update council.meeting_event set note = 'forged' where meeting_id = 1 and seq = 7;
update council.meeting_event e set hash = council.event_hash(e) where meeting_id = 1 and seq = 7;
select is(pg_temp.ask('schriftfuehrung', 'select what || seq from api.check_ledger(1) limit 1'), 'chain8', '... an earlier one breaks the next');
rollback to sound;
alter table council.meeting_event disable trigger append_only;
delete from council.meeting_event where meeting_id = 1 and seq = 5;
select is(pg_temp.ask('schriftfuehrung', 'select what || seq from api.check_ledger(1) limit 1'), 'chain6', 'a removed event is missed');
rollback to sound;
update council.vote_event set yes = 16, no = 3 where meeting_id = 1 and seq = 5;
select is(pg_temp.ask('schriftfuehrung', 'select what || '' '' || detail from api.check_ledger(1) limit 1'),
  'projection die Tabelle vote_event stimmt nicht mit dem Buch überein', 'a changed projection is named');
select is((select yes from council.vote_event where meeting_id = 1 and seq = 5), 16, 'checking repairs nothing in secret');
rollback to sound;
delete from council.vote where person_id = 3;
select matches(pg_temp.ask('schriftfuehrung', 'select detail from api.check_ledger(1) limit 1'), 'vote ', 'a lost ballot is named');
rollback to sound;

-- Signing.
select is(pg_temp.ask('schriftfuehrung', $$select version from api.sign_minutes(1, 'A', 'B')$$), 'ERROR RT008', 'a running meeting is not signed');
select is(pg_temp.event('schriftfuehrung', 1, 'close'), '9', 'closed');
select is((select state from council.meeting where id = 1), 'closed', 'the meeting is closed');
select is(pg_temp.ask('schriftfuehrung', $$select saved_id from api.save_objection(null, null, 1, null, 2, 'zu früh', null, null)$$), 'ERROR RT008', 'no objection to a draft');
select is(pg_temp.ask('schriftfuehrung', $$select version from api.sign_minutes(1, 'A', ' ')$$), 'ERROR RT008', 'both names are needed');
select is(pg_temp.ask('schreibdienst', $$select version from api.sign_minutes(1, 'A', 'B')$$), 'ERROR RT003', 'the typist does not sign');
savepoint unsigned;
alter table council.meeting_event disable trigger append_only;
update council.meeting_event set note = 'forged' where meeting_id = 1 and seq = 7;
select is(pg_temp.ask('schriftfuehrung', $$select version from api.sign_minutes(1, 'A', 'B')$$), 'ERROR RT009', 'a forged ledger is not signed');
rollback to unsigned;
select is(pg_temp.ask('schriftfuehrung', $$select version from api.sign_minutes(1, 'A', 'B')$$), '1', 'signed');
select is(pg_temp.event('schriftfuehrung', 1, 'mark', '{"flag": true}'), 'ERROR RT002', 'the ledger is closed');
select is(pg_temp.take_pen('schriftfuehrung', 1), 'ERROR RT002', 'also for the pen');
select is(pg_temp.event('schriftfuehrung', 1, 'undo', jsonb_build_object('ref', :id)), 'ERROR RT002', 'also for undo');
select is(pg_temp.event('schriftfuehrung', 1, 'open', jsonb_build_object('event_id', :id, 'legal', 34, 'person', 1,
  'persons', '1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20')), '4', 'a late repeated delivery still gets its number');
select is(pg_temp.ask('schriftfuehrung', $$select version from api.sign_minutes(1, 'A', 'B')$$), 'ERROR RT002', 'signed once');
select throws_ok($$update council.minutes set chair = 'x'$$, 'RT002', null, 'signed minutes stay');
savepoint signed;
alter table council.meeting_event disable trigger append_only;
delete from council.meeting_event where meeting_id = 1 and seq = 9;
select is(pg_temp.ask('schriftfuehrung', 'select what || seq from api.check_ledger(1) limit 1'), 'chain9', 'a cut tail is seen against the signature');
rollback to signed;

-- Objections.
select matches(pg_temp.ask('schriftfuehrung', $$select saved_version from api.save_objection(null, null, 1, null, 2, 'Wortlaut', null, null)$$), '1', 'an objection is raised');
select is(pg_temp.ask('schriftfuehrung', $$select count(*) from api.save_objection((select max(id) from council.objection), 7, 1, null, 2, 'x', 'rejected', 'nein')$$), '0', 'not onto a stale version');
select is(pg_temp.ask('schriftfuehrung', $$select saved_version from api.save_objection((select max(id) from council.objection), 1, 1, null, 2, 'Wortlaut', 'accepted', 'So beschlossen.')$$), '2', 'it is accepted');
select results_eq($$select version, state, last_seq from council.minutes where meeting_id = 1 order by version$$,
  $$values (1, 'signed', 9::bigint), (2, 'corrected', 9)$$, 'which makes a second version of the minutes');
select is(pg_temp.ask('schriftfuehrung', $$select count(*) from api.save_objection((select max(id) from council.objection), 2, 1, null, 2, 'x', 'rejected', 'doch nicht')$$), 'ERROR RT002', 'a decision stays');
select is(pg_temp.ask('schriftfuehrung', 'select what from api.check_ledger(1)'), 'ok', 'all is sound in the end');

select * from finish();
rollback;
