-- Projections: what each kind of event does, undo, and that a rebuild always gives the same rows.
\ir lib/setup.sql
select * from no_plan();
create function pg_temp.do(kind text, fields jsonb default '{}') returns text
  language sql
as $$ select pg_temp.event('schriftfuehrung', 1, kind, fields) $$;
create function pg_temp.undo(numbered bigint) returns text
  language sql
as $$ select pg_temp.do('undo', jsonb_build_object('ref', event_id)) from council.meeting_event where meeting_id = 1 and seq = numbered $$;
create function pg_temp.held() returns text
  language sql
as $$
  select string_agg(case when s.public then '' else 'N' end || i.number, ' ' order by s.position)
  from council.item_state s join council.agenda_item i on i.id = s.item_id where s.meeting_id = 1
$$;
create function pg_temp.sound(label text) returns text
  language sql
as $$ select is(pg_temp.ask('schriftfuehrung', 'select string_agg(concat_ws('' '', what, detail), ''; '') from api.check_ledger(1)') ~ '^ok', true, label || ': the rebuild agrees') $$;
create function pg_temp.present() returns bigint
  language sql
as $$ select count(*) from council.attendance where meeting_id = 1 and until is null $$;

-- Before the meeting.
select is(pg_temp.take_pen('schriftfuehrung', 1), 'true', 'pen');
select is(pg_temp.do('depart', '{"person": 12, "note": "entschuldigt, krank"}'), '1', 'announced absence');
select is(pg_temp.do('depart', '{"person": 13, "note": "entschuldigt"}'), '2', 'another one');
select is(pg_temp.do('arrive', '{"person": 13}'), '3', 'taken back');
select results_eq('select person_id, note::text from council.announced_absence where meeting_id = 1', $$values (12::bigint, 'entschuldigt, krank')$$, 'one absence stays announced');
select is((select count(*) from council.attendance where meeting_id = 1), 0::bigint, 'nobody is present yet');
select is(pg_temp.do('mark', jsonb_build_object('item', pg_temp.item(9), 'flag', true, 'note', 'Zahlen prüfen')), '4', 'a mark before the meeting');

-- Opening and attendance.
select is(pg_temp.do('open', jsonb_build_object('legal', 34, 'person', 1, 'persons',
  (select string_agg(n::text, ' ') from generate_series(1, 34) n where n not in (12, 33)))), '5', 'opened');
select is(pg_temp.present(), 32::bigint, '32 are present');
select is((select state from council.meeting where id = 1), 'running', 'it runs');
select is(pg_temp.held(), '1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 N1 N2 N3', 'the held agenda begins as planned');
select is((select marked from council.item_state where item_id = pg_temp.item(9)::uuid), true, 'the early mark is there');
select is(pg_temp.do('item_call', jsonb_build_object('item', pg_temp.item(1), 'flag', false)), '6', 'item 1');
select is(pg_temp.do('arrive', '{"person": 33, "at": "1792000300000000"}'), '7', 'somebody comes late');
select is(pg_temp.do('arrive', '{"person": 33}'), '8', 'noted twice');
select is((select count(*) from council.attendance where meeting_id = 1 and person_id = 33), 1::bigint, 'is one interval');
select is(pg_temp.do('depart', '{"person": 20, "at": "1792000600000000"}'), '9', 'somebody leaves');
select results_eq('select extract(epoch from until - since)::integer, item_until from council.attendance where meeting_id = 1 and person_id = 20',
  $$values (600, '00000000-0000-4000-8000-000000001001'::uuid)$$, 'after ten minutes, during item 1');
select is(pg_temp.do('arrive', '{"person": 20, "at": "1792001200000000"}'), '10', 'and comes back');
select is((select count(*) from council.attendance where meeting_id = 1 and person_id = 20), 2::bigint, 'two intervals');
select is(pg_temp.do('substitute', '{"person": 41, "other": 2}'), '11', 'a substitute sits in');
select is((select substitute_for_id from council.attendance where meeting_id = 1 and person_id = 41 and until is null), 2::bigint, 'for the member');
select is((select count(*) from council.attendance where meeting_id = 1 and person_id = 2 and until is null), 0::bigint, 'whose interval ended');
select is(pg_temp.do('substitute_end', '{"person": 41}'), '12', 'and gives the seat back');
select is(pg_temp.do('arrive', '{"person": 2}'), '13', 'the member is here again');
select is(pg_temp.present(), 33::bigint, '33 are present');
select pg_temp.sound('attendance');
savepoint advisory;
select matches(pg_temp.do('arrive', '{"person": 71, "at": "1792001300000000"}'), '^\d+$', 'an advisory member is here');
select matches(pg_temp.do('substitute', '{"person": 71, "other": 3, "at": "1792001400000000"}'), '^\d+$', 'sits in for another');
select matches(pg_temp.do('substitute_end', '{"person": 71, "at": "1792001500000000"}'), '^\d+$', 'gives the seat back');
select results_eq($$select extract(epoch from since)::bigint % 1000, substitute_for_id, until is null from council.attendance where meeting_id = 1 and person_id = 71 order by since_seq$$,
  $$values (300::bigint, null::bigint, false), (400, 3, false), (500, null, true)$$, 'and stays in the room');
rollback to advisory;

-- Conflicts end with the item.
select is(pg_temp.do('item_call', jsonb_build_object('item', pg_temp.item(4))), '14', 'item 4 ends item 1');
select results_eq($$select position, state, ended_at is not null from council.item_state where meeting_id = 1 and position in (1, 4) order by 1$$,
  $$values (1, 'done', true), (4, 'called', false)$$, 'states of both');
select is(pg_temp.do('conflict', jsonb_build_object('item', pg_temp.item(4), 'person', 31, 'note', 'Arbeitgeber', 'flag', true)), '15', 'a conflict of interest');
select is(pg_temp.do('item_absent', jsonb_build_object('item', pg_temp.item(4), 'person', 30)), '16', 'one is out for the item');
select is(pg_temp.do('conflict', jsonb_build_object('item', pg_temp.item(4), 'person', 34)), '17', 'another conflict');
select is(pg_temp.do('conflict_end', jsonb_build_object('item', pg_temp.item(4), 'person', 34)), '18', 'was an error');
select is((select count(*) from council.item_absence where meeting_id = 1 and until is null), 2::bigint, 'two are out');
select is(pg_temp.do('item_end', jsonb_build_object('item', pg_temp.item(4))), '19', 'the item ends');
select is((select count(*) from council.item_absence where meeting_id = 1 and until is null), 0::bigint, 'nobody is out any more');

-- Agenda at the table.
select is(pg_temp.do('item_add', jsonb_build_object('item', '00000000-0000-4000-8000-00000000ad01', 'number', '4.1', 'text', 'Dringlichkeit',
  'flag', true, 'slot', pg_temp.item(4), 'note', 'eilig')), '20', 'an urgent item behind item 4');
select is(pg_temp.do('item_add', jsonb_build_object('item', '00000000-0000-4000-8000-00000000ad02', 'number', '23', 'text', 'Am Ende', 'flag', true)), '21', 'another at the end of its part');
select is(pg_temp.do('item_move', jsonb_build_object('item', pg_temp.item(9), 'slot', pg_temp.item(5))), '22', 'item 9 after item 5');
select is(pg_temp.do('item_move', jsonb_build_object('item', pg_temp.item(21), 'slot', '')), '23', 'item 21 first');
select is(pg_temp.held(), '21 1 2 3 4 4.1 5 9 6 7 8 10 11 12 13 14 15 16 17 18 19 20 22 23 N1 N2 N3', 'the held order');
select is(pg_temp.do('item_withdraw', jsonb_build_object('item', pg_temp.item(6))), '24', 'item 6 is taken off');
select is(pg_temp.do('item_public', jsonb_build_object('item', pg_temp.item(7), 'flag', false)), '25', 'item 7 becomes non-public');
select is((select is_public from council.agenda_item where id = pg_temp.item(7)::uuid), false, 'and is closed to the public');
select results_eq($$select version, count(*) from council.agenda_version_item where meeting_id = 1 group by version$$, $$values (1, 25::bigint)$$, 'the agenda as sent stays');
select is(pg_temp.undo(25), '26', 'undone');
select is((select is_public from council.agenda_item where id = pg_temp.item(7)::uuid), true, 'it is public again');
select is(pg_temp.undo(20), '27', 'the urgent item is undone');
select is((select void from council.agenda_item where id = '00000000-0000-4000-8000-00000000ad01'), true, 'its row is void');
select is((select count(*) from api.agenda_item where meeting_id = 1), 26::bigint, 'and in no view');
select pg_temp.sound('agenda');

-- Votes.
create function pg_temp.vote(changes jsonb) returns text
  language sql
as $$
  select pg_temp.do('vote', jsonb_build_object('item', pg_temp.item(9), 'slot', 'motion', 'mode', 'count', 'rule', 'simple',
    'outcome', 'adopted', 'legal', 34, 'entitled', 33, 'present', 33, 'yes', 30, 'no', 3, 'abstain', 0, 'invalid', 0) || changes)
$$;
select is(pg_temp.do('amendment', jsonb_build_object('event_id', '00000000-0000-4000-8000-00000000aa01', 'item', pg_temp.item(9), 'person', 23, 'text', 'Tempo 30', 'number', '2')), '28', 'an amendment');
select is(pg_temp.vote('{"event_id": "00000000-0000-4000-8000-00000000bb01", "slot": "amendment", "ref": "00000000-0000-4000-8000-00000000aa01", "outcome": "rejected", "yes": 10, "no": 23}'), '29', 'is rejected');
select is(pg_temp.vote('{"event_id": "00000000-0000-4000-8000-00000000bb02", "slot": "amendment", "ref": "00000000-0000-4000-8000-00000000bb01", "flag": true, "yes": 17, "no": 16}'), '30', 'the vote is repeated');
select is((select outcome from council.amendment where event_id = '00000000-0000-4000-8000-00000000aa01'), 'adopted', 'the repeated vote counts');
select is((select repeated_by_id from council.vote_event where event_id = '00000000-0000-4000-8000-00000000bb01'), '00000000-0000-4000-8000-00000000bb02'::uuid, 'the first one knows');
select is(pg_temp.vote('{"event_id": "00000000-0000-4000-8000-00000000bb03", "mode": "group", "labels": "CDU\u001fSPD", "counts": "20 3 0 10 0 0"}'), '31', 'the motion by groups');
select results_eq($$select group_name, yes, no from council.vote_count order by position$$, $$values ('CDU', 20, 3), ('SPD', 10, 0)$$, 'counts per group');
select is((select result from council.item_state where item_id = pg_temp.item(9)::uuid), 'adopted', 'the item is adopted');
select is(pg_temp.vote('{"slot": "procedure", "outcome": "rejected", "yes": 3, "no": 30}'), '32', 'a vote on procedure');
select is((select result from council.item_state where item_id = pg_temp.item(9)::uuid), 'adopted', 'does not decide the item');
select is(pg_temp.do('wording', '{"ref": "00000000-0000-4000-8000-00000000bb03", "item": "00000000-0000-4000-8000-000000001009", "text": "mit großer Mehrheit", "note": "Wunsch"}'), '33', 'a wording by hand');
select is((select wording::text from council.vote_event where event_id = '00000000-0000-4000-8000-00000000bb03'), 'mit großer Mehrheit', 'stands with the vote');
select is(pg_temp.undo(31), '34', 'the vote is undone');
select is((select result from council.item_state where item_id = pg_temp.item(9)::uuid), null, 'the item is open again');
select is((select count(*) from council.vote_count), 0::bigint, 'without counts');
select is(pg_temp.undo(31), '35', 'undoing once more changes nothing');
select is(pg_temp.do('undo', jsonb_build_object('ref', event_id)), 'ERROR RT007', 'an undo cannot be undone') from council.meeting_event where meeting_id = 1 and seq = 34;
select pg_temp.sound('votes');
select is(pg_temp.do('result', jsonb_build_object('item', pg_temp.item(10), 'outcome', 'referred', 'organization', 3, 'note', 'Beratung')), '36', 'referred');
select is((select result || referred_to_id from council.item_state where item_id = pg_temp.item(10)::uuid), 'referred3', 'to the committee');
select is(pg_temp.do('election', jsonb_build_object('item', pg_temp.item(18), 'number', '1', 'slot', 'round', 'mode', 'secret', 'labels', E'A\x1fB', 'counts', '17 12',
  'abstain', 3, 'invalid', 1, 'no', 0, 'legal', 34, 'entitled', 33, 'present', 33, 'outcome', 'elected', 'text', 'A')), '37', 'an election');
select is((select labels::text || counts::text from council.election where meeting_id = 1), '{A,B}{17,12}', 'with its candidates');
select is(pg_temp.do('seats', jsonb_build_object('item', pg_temp.item(4), 'mode', 'dhondt', 'labels', E'A\x1fB', 'counts', '5 4', 'entitled', 3, 'text', 'A 2, B 1', 'outcome', 'allocated')), '38', 'seats');

-- Texts and the rest.
select is(pg_temp.do('text', jsonb_build_object('item', pg_temp.item(9), 'slot', 'course', 'text', 'Erste Fassung')), '39', 'a text');
select is(pg_temp.do('text', jsonb_build_object('item', pg_temp.item(9), 'slot', 'course', 'text', 'Zweite Fassung')), '40', 'its next version');
select is(pg_temp.do('text', jsonb_build_object('item', pg_temp.item(9), 'slot', 'verbatim', 'person', 23, 'text', 'Wörtlich.')), '41', 'a verbatim statement');
select results_eq($$select slot, person_id, text::text from council.meeting_text where meeting_id = 1 order by slot$$,
  $$values ('course', null::bigint, 'Zweite Fassung'), ('verbatim', 23, 'Wörtlich.')$$, 'the last one counts');
select is(pg_temp.undo(40), '42', 'undone');
select is((select text::text from council.meeting_text where meeting_id = 1 and slot = 'course'), 'Erste Fassung', 'the one before counts again');
select is(pg_temp.do('task', jsonb_build_object('item', pg_temp.item(9), 'text', 'Bericht', 'number', 'Amt 66', 'due', '2026-12-24')), '43', 'a task');
select is((select office || due from council.task where meeting_id = 1), 'Amt 662026-12-24', 'with office and day');
select is(pg_temp.do('quorum', '{"slot": "challenge", "legal": 34, "present": 33, "outcome": "quorate", "person": 28}'), '44', 'a quorum challenge');
select is(pg_temp.do('guest', '{"slot": "expert", "text": "Ing. Beispiel, Gutachter"}'), '45', 'a guest');
select is(pg_temp.do('speaker', jsonb_build_object('item', pg_temp.item(9), 'slot', 'order', 'person', 30)), '46', 'a point of order');
select is(pg_temp.do('release', jsonb_build_object('item', pg_temp.item(9), 'slot', 'item')), '47', 'released');
select is(pg_temp.do('release', '{"slot": "blank"}'), '48', 'blank again');
select is((select slot from council.projector where meeting_id = 1), 'blank', 'the projector shows the last one');
select is(pg_temp.do('part', '{"flag": false}'), '49', 'the non-public part');
select is(pg_temp.do('pause'), '50', 'pause');
select is((select paused and not public_part from council.sitting where meeting_id = 1), true, 'paused, non-public');
select is(pg_temp.do('resume'), '51', 'resume');
select is(pg_temp.do('close'), '52', 'close');
select is(pg_temp.present(), 0::bigint, 'everybody has left');
select is((select state from council.meeting where id = 1), 'closed', 'closed');
select pg_temp.sound('the whole meeting');
select is(pg_temp.undo(52), '53', 'the closing is undone');
select is((select state from council.meeting where id = 1), 'running', 'it runs again');
select is(pg_temp.present(), 33::bigint, 'with everybody');
select is(pg_temp.undo(5), '54', 'even the opening can be undone');
select is((select state from council.meeting where id = 1), 'invited', 'then it is invited');
select pg_temp.sound('without its opening');

-- Undoing every event, one after the other, from the last to the first.
create temporary table undone on commit drop as
select seq, pg_temp.undo(seq) as answer from (select seq from council.meeting_event
  where meeting_id = 1 and kind not in ('undo', 'pen') order by seq desc) e;
select is((select count(*) from undone where answer like 'ERROR%'), 0::bigint, 'every event can be undone');
select is((select count(*) from council.item_state where meeting_id = 1), 0::bigint, 'then no item was held');
select is((select count(*) from council.attendance where meeting_id = 1), 0::bigint, 'nobody was there');
select is((select count(*) from council.agenda_item where meeting_id = 1 and (held_public is not null or origin = 'meeting' and not void)), 0::bigint, 'and the agenda is as planned');
select pg_temp.sound('with everything undone');
select is((select count(*) from council.meeting_event where meeting_id = 1), 54 + (select count(*) from undone), 'but all of it stands in the ledger');

-- What src/domain/sitting.c says of the same events: a second opening is nothing, a withdrawn item is not open any
-- more, a conflict is there again with its item, a switched item goes to the end of its part, the projector is
-- black in the non-public part.
create function pg_temp.vote_of(wanted jsonb) returns text language sql as $$
  select pg_temp.vote(jsonb_build_object('item', pg_temp.item(3)) || wanted) $$;
select matches(pg_temp.do(kind, fields), '^\d+$', kind || ' again') from (values
  (1, 'item_move', jsonb_build_object('item', pg_temp.item(5), 'slot', '')),
  (2, 'open', jsonb_build_object('legal', 34, 'person', 1, 'persons', '1 2 3 4 5 6')),
  (3, 'open', jsonb_build_object('legal', 30, 'person', 2, 'persons', '7')),
  (4, 'item_call', jsonb_build_object('item', pg_temp.item(2))),
  (5, 'item_withdraw', jsonb_build_object('item', pg_temp.item(2))),
  (6, 'item_call', jsonb_build_object('item', pg_temp.item(3))),
  (7, 'conflict', jsonb_build_object('item', pg_temp.item(3), 'person', 4)),
  (8, 'item_call', jsonb_build_object('item', pg_temp.item(4))),
  (9, 'item_call', jsonb_build_object('item', pg_temp.item(3), 'flag', true)),
  (10, 'release', jsonb_build_object('item', pg_temp.item(3), 'slot', 'item')),
  (11, 'item_public', jsonb_build_object('item', pg_temp.item(1), 'flag', false)),
  (12, 'item_move', jsonb_build_object('item', pg_temp.item(25), 'slot', ''))) v (n, kind, fields) order by n;
select results_eq('select chair_id, legal, open_item_id from council.sitting where meeting_id = 1',
  format('values (1::bigint, 34, %L::uuid)', pg_temp.item(3)), 'it was opened once');
select is(pg_temp.present(), 6::bigint, 'with those of the opening');
select is((select state || coalesce(ended_at::text, '-') = 'withdrawn-' from council.item_state where item_id = pg_temp.item(2)::uuid), false, 'the withdrawn item has ended');
select is((select count(*) from council.item_absence where person_id = 4 and until is null), 1::bigint, 'the conflict holds again');
select matches(pg_temp.held(), '^5 2 3 4 6 .* 22 N3 N1 N2 N1$', 'moved before the opening, switched to the end of its part, moved to its beginning');
select is((select slot from council.projector where meeting_id = 1), 'item', 'the projector shows the item');
select matches(pg_temp.do('part', '{"flag": false}'), '^\d+$', 'non-public');
select is((select slot || coalesce(item_id::text, '') from council.projector where meeting_id = 1), 'blank', 'and now nothing');
select matches(pg_temp.vote_of('{"yes": 3, "no": 0, "legal": 34, "entitled": 5, "present": 6}'), '^\d+$', 'a vote');
select matches(pg_temp.vote_of('{"flag": true, "yes": 1, "no": 2, "outcome": "rejected", "legal": 34, "entitled": 5, "present": 6}'), '^\d+$', 'repeated without naming it');
select is((select count(*) from council.vote_event where meeting_id = 1 and repeated_by_id is not null), 1::bigint, 'replaces the one before');
select pg_temp.sound('once more');

select * from finish();
rollback;
