-- The projector: what was released, as it stood then, and nothing else, to whoever asks.
\ir lib/setup.sql
select * from no_plan();

create function pg_temp.shows(who text, what text) returns text
  language sql
as $$ select pg_temp.ask(who, format('select coalesce((%s)::text, ''-'') from api.projector_picture(1) p', what)) $$;
create function pg_temp.do(kind text, fields jsonb) returns text
  language sql
as $$ select pg_temp.event('schriftfuehrung', 1, kind, fields) $$;

select is(pg_temp.shows('gast', 'p.state'), 'planned', 'before the opening: planned');
select is(pg_temp.shows('gast', 'p.slot'), '-', 'and dark');
select is(pg_temp.ask('gast', 'select count(*) from api.projector_picture(999999)'), '0', 'no such meeting: no row');
select is(pg_temp.open_meeting(), 'true1', 'the meeting is open');
select is(pg_temp.shows('gast', 'concat_ws('' '', p.state, p.slot, p.item_title)'), 'running', 'running, nothing released: nothing but that');

-- A text as it stood when it was released.
set local role ratstisch_owner;
update council.agenda_item set proposed_text = 'Tempo 50' where id = pg_temp.item(9)::uuid;
reset role;
select isnt(left(pg_temp.do('item_call', jsonb_build_object('item', pg_temp.item(9))), 5), 'ERROR', 'an item is called');
select is(pg_temp.shows('gast', 'p.slot'), '-', 'to call is not to release');
select isnt(left(pg_temp.do('release', jsonb_build_object('item', pg_temp.item(9), 'slot', 'item', 'legal', 34, 'entitled', 33,
  'present', 34, 'outcome', 'quorate')), 5), 'ERROR', 'released');
select is(pg_temp.shows('gast', 'concat_ws('' '', p.slot, p.item_number, p.entitled, p.present, p.quorum)'), 'item 9 33 34 quorate', 'number and quorum are there');
select is(pg_temp.shows('gast', 'concat(p.proposal, p.resolution, p.amendment_text, p.kind)'), '', 'and no text yet');
select isnt(left(pg_temp.do('release', jsonb_build_object('item', pg_temp.item(9), 'slot', 'resolution')), 5), 'ERROR', 'the proposal is released');
select is(pg_temp.shows('gast', 'p.proposal || ''/'' || p.resolution'), 'Tempo 50/Tempo 50', 'and is there');
select isnt(left(pg_temp.do('text', jsonb_build_object('item', pg_temp.item(9), 'slot', 'resolution', 'text', 'Tempo 30 ENTWURF')), 5), 'ERROR', 'the clerk writes on');
select isnt(left(pg_temp.do('text', jsonb_build_object('item', pg_temp.item(9), 'slot', 'course', 'text', 'VERLAUF')), 5), 'ERROR', 'and the course');
select is(pg_temp.shows('gast', 'p.resolution'), 'Tempo 50', 'what the clerk is doing is not shown');
select isnt(left(pg_temp.do('release', jsonb_build_object('item', pg_temp.item(9), 'slot', 'resolution')), 5), 'ERROR', 'released again');
select is(pg_temp.shows('gast', 'p.proposal || ''/'' || p.resolution'), 'Tempo 50/Tempo 30 ENTWURF', 'now it is');
select is(pg_temp.ask('gast', 'select count(*) from api.projector_picture(1) p where p::text ~ ''VERLAUF'''), '0', 'the course never');

-- Amendments and votes.
select isnt(left(pg_temp.do('amendment', jsonb_build_object('item', pg_temp.item(9), 'event_id', '00000000-0000-4000-8000-00000000a101',
  'number', '1', 'person', 5, 'text', 'Zone')), 5), 'ERROR', 'an amendment');
select isnt(left(pg_temp.do('release', jsonb_build_object('item', pg_temp.item(9), 'slot', 'amendment',
  'ref', '00000000-0000-4000-8000-00000000a101')), 5), 'ERROR', 'is released');
select is(pg_temp.shows('gast', 'p.amendment_text || p.amendment_number || (p.amendment_mover <> '''') || (p.resolution is null)'), 'Zone1truetrue', 'with its mover, without the motion');
select isnt(left(pg_temp.do('vote', jsonb_build_object('item', pg_temp.item(9), 'event_id', '00000000-0000-4000-8000-00000000b101',
  'ref', '00000000-0000-4000-8000-00000000a101', 'slot', 'amendment', 'mode', 'count', 'rule', 'simple', 'outcome', 'rejected', 'legal', 34,
  'entitled', 34, 'present', 34, 'yes', 4, 'no', 29, 'abstain', 1, 'invalid', 0, 'note', 'MERKER')), 5), 'ERROR', 'it is voted down');
select is(pg_temp.shows('gast', 'p.kind'), '-', 'the result is not shown before it is released');
select isnt(left(pg_temp.do('release', jsonb_build_object('item', pg_temp.item(9), 'slot', 'result',
  'ref', '00000000-0000-4000-8000-00000000b101')), 5), 'ERROR', 'released');
select is(pg_temp.shows('gast', 'concat_ws('' '', p.kind, p.outcome, p.yes, p.no, p.abstain, p.amendment_number)'), 'vote rejected 4 29 1 1', 'with what was voted on');
select is(pg_temp.ask('gast', 'select count(*) from api.projector_picture(1) p where p::text ~ ''MERKER'''), '0', 'the reason of an override stays in the minutes');
select isnt(left(pg_temp.do('undo', '{"ref": "00000000-0000-4000-8000-00000000b101"}'), 5), 'ERROR', 'the vote is undone');
select is(pg_temp.shows('gast', 'p.kind'), '-', 'and gone from the projector');
select isnt(left(pg_temp.do('vote', jsonb_build_object('item', pg_temp.item(9), 'event_id', '00000000-0000-4000-8000-00000000b102',
  'slot', 'motion', 'mode', 'count', 'rule', 'simple', 'outcome', 'adopted', 'legal', 34, 'entitled', 34, 'present', 34, 'yes', 30,
  'no', 4, 'abstain', 0, 'invalid', 0)), 5), 'ERROR', 'the motion is voted');
select isnt(left(pg_temp.do('wording', jsonb_build_object('item', pg_temp.item(9), 'ref', '00000000-0000-4000-8000-00000000b102', 'text',
  'mit großer Mehrheit', 'note', 'Grund')), 5), 'ERROR', 'its sentence is written by hand');
select isnt(left(pg_temp.do('release', jsonb_build_object('item', pg_temp.item(9), 'slot', 'result')), 5), 'ERROR', 'released without saying which');
select is(pg_temp.shows('gast', 'concat_ws('' '', p.outcome, p.yes, p.wording)'), 'adopted 30 mit großer Mehrheit', 'the last result of the motion');

-- Dark by itself.
select isnt(left(pg_temp.do('pause', '{}'), 5), 'ERROR', 'a pause');
select is(pg_temp.shows('gast', 'concat_ws('' '', p.state, p.slot, p.item_title, p.outcome, p.wording)'), 'paused', 'dark, and nothing else is told');
select isnt(left(pg_temp.do('resume', '{}'), 5), 'ERROR', 'on again');
select is(pg_temp.shows('gast', 'p.slot'), 'result', 'as before');
select isnt(left(pg_temp.do('release', jsonb_build_object('item', pg_temp.item(23), 'slot', 'item')), 5), 'ERROR', 'a non-public item is released in the public part');
select is(pg_temp.shows(who, 'concat_ws('' '', p.state, p.slot, p.item_title)'), 'running', who || ' sees nothing of it')
from unnest(array['gast', 'schriftfuehrung']) who;
select isnt(left(pg_temp.do('release', jsonb_build_object('item', pg_temp.item(9), 'slot', 'item')), 5), 'ERROR', 'the public one again');
select isnt(left(pg_temp.do('item_public', jsonb_build_object('item', pg_temp.item(9), 'flag', 'false')), 5), 'ERROR', 'the body makes it non-public');
select is(pg_temp.shows('gast', 'concat_ws('' '', p.slot, p.item_title)'), '', 'dark');
select isnt(left(pg_temp.do('item_public', jsonb_build_object('item', pg_temp.item(9), 'flag', 'true')), 5), 'ERROR', 'and public again');
select is(pg_temp.shows('gast', 'p.slot'), '-', 'what was taken off comes back only by a new release');
select isnt(left(pg_temp.do('release', jsonb_build_object('item', pg_temp.item(9), 'slot', 'item')), 5), 'ERROR', 'released');
select isnt(left(pg_temp.do('part', '{"flag": "false"}'), 5), 'ERROR', 'the doors are closed');
select isnt(left(pg_temp.do('release', jsonb_build_object('item', pg_temp.item(9), 'slot', 'item')), 5), 'ERROR', 'a release behind closed doors');
select is(pg_temp.shows('gast', 'concat_ws('' '', p.state, p.slot, p.item_title)'), 'nonpublic', 'shows nothing');
select isnt(left(pg_temp.do('part', '{"flag": "true"}'), 5), 'ERROR', 'the doors open');
select is(pg_temp.shows('gast', 'p.slot'), '-', 'still dark');
select isnt(left(pg_temp.do('release', jsonb_build_object('item', pg_temp.item(9), 'slot', 'item')), 5), 'ERROR', 'released');
select is(pg_temp.shows('gast', 'p.slot'), 'item', 'light again');
select isnt(left(pg_temp.do('close', '{}'), 5), 'ERROR', 'the meeting is closed');
select is(pg_temp.shows('gast', 'concat_ws('' '', p.state, p.slot, p.item_title)'), 'closed', 'dark after the close');

-- Planned meetings are for the office; who may ask at all.
set local role ratstisch_owner;
update council.meeting set state = 'planned' where id = 7;
reset role;
select is(pg_temp.ask('gast', 'select count(*) from api.projector_picture(7)'), '0', 'a planned meeting is not there for a guest');
select is(pg_temp.ask('schriftfuehrung', 'select count(*) from api.projector_picture(7)'), '1', 'but for the office');
create role nobody_here;
select is(pg_temp.ask('nobody_here', 'select count(*) from api.projector_picture(1)'), 'ERROR 42501', 'who has no account asks in vain');

-- The lamp.
select is(pg_temp.ask('schriftfuehrung', 'select api.projectors(1)'), '0', 'no projector');
select is(pg_temp.ask('gast', 'select api.attend_projector(1)'), 'true', 'one comes');
select is(pg_temp.ask('schriftfuehrung', 'select api.projectors(1)'), '1', 'and is seen');
select is(pg_temp.ask('schriftfuehrung', 'select api.projectors(2)'), '0', 'at its meeting only');
select is(pg_temp.ask('gast', 'select api.attend_projector(2)'), 'true', 'it goes to another');
select is(pg_temp.ask('schriftfuehrung', 'select api.projectors(1) || '' '' || api.projectors(2)'), '0 1', 'and is seen there');
select pg_advisory_unlock_all();

select * from finish();
rollback;
