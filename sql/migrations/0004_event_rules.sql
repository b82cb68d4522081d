-- Version 4: the rules of an event in one function. Never edited once released; sql/schema has the same for new databases, and
-- tests/sql/upgrade.sh compares both.

set local role ratstisch_owner;

-- What an event must be in itself, whoever sends it: the rules of doc/ledger.md that need no other row. One function for one
-- CHECK, because PostgreSQL reads every CHECK anew from its catalogue at every INSERT: thirty of them took a fifth of the time
-- of a vote. Only the rules of the event's own kind are evaluated. Raises check_violation with the rule's name as constraint.
create function council.check_event(e council.meeting_event) returns boolean
  language plpgsql immutable parallel safe
as $$
declare
  broken text;
begin
  if e.at not between '1945-01-01 00:00:00+01' and '2200-01-01 00:00:00+01'
    or e.typed_at not between '1945-01-01 00:00:00+01' and '2200-01-01 00:00:00+01' then
    broken := 'event_moment_in_range';
  elsif e.seq < 1 or octet_length(e.hash) <> 32 then
    broken := 'event_chained';
  elsif least(e.legal, e.entitled, e.present, e.yes, e.no, e.abstain, e.invalid) < 0
    or greatest(e.legal, e.entitled, e.present, e.yes, e.no, e.abstain, e.invalid) > 100000 then
    broken := 'event_number_in_range';
  elsif e.choices !~ '^[JNEO]*$' then
    broken := 'event_choices_known';
  elsif cardinality(e.persons) > 5000 or cardinality(e.labels) > 1000 or cardinality(e.counts) > 3000 then
    broken := 'event_lists_bounded';
  elsif 0 > any (e.counts) or array_position(e.counts, null) is not null
    or array_position(e.persons, null) is not null or array_position(e.labels, null) is not null then
    broken := 'event_lists_complete';
  elsif e.mode = 'secret' and (e.persons is not null or e.choices is not null
    or e.kind <> 'election' and (e.labels is not null or e.counts is not null)) then
    broken := 'event_secret_has_no_persons';
  elsif e.kind in ('vote', 'election', 'quorum') and e.legal > 0 and e.present > e.legal then
    broken := 'event_present_within_legal';
  elsif e.kind in ('vote', 'election') and e.entitled > e.present then
    broken := 'event_entitled_within_present';
  elsif e.kind in ('vote', 'election') and coalesce(e.no, 0) + coalesce(e.abstain, 0) + coalesce(e.invalid, 0)
    + (case e.kind when 'vote' then coalesce(e.yes, 0) else 0 end) > coalesce(e.entitled, 100000) then
    broken := 'event_votes_within_entitled';
  elsif e.kind = 'vote' then
    if e.mode is null or e.mode not in ('unanimous', 'count', 'group', 'rollcall', 'secret')
      or e.outcome is null or e.outcome not in ('adopted', 'rejected')
      or e.slot is null or e.slot not in ('motion', 'amendment', 'procedure', 'urgency', 'public', 'number')
      or e.rule is null or e.legal is null or e.entitled is null or e.present is null
      or e.yes is null or e.no is null or e.abstain is null then
      broken := 'event_vote_complete';
    elsif e.mode <> 'rollcall' and (e.persons is not null or e.choices is not null) then
      broken := 'event_persons_only_by_name';
    elsif e.mode = 'rollcall' and (e.persons is null or e.choices is null
      or char_length(e.choices) <> cardinality(e.persons)
      or char_length(replace(e.choices, 'J', '')) <> char_length(e.choices) - e.yes
      or char_length(replace(e.choices, 'N', '')) <> char_length(e.choices) - e.no
      or char_length(replace(e.choices, 'E', '')) <> char_length(e.choices) - e.abstain) then
      broken := 'event_choice_per_person';
    elsif e.labels is not null and cardinality(e.counts) <> 3 * cardinality(e.labels) then
      broken := 'event_three_counts_per_group';
    end if;
  elsif e.kind in ('election', 'seats') and e.labels is not null and cardinality(e.counts) <> cardinality(e.labels) then
    broken := 'event_one_count_per_candidate';
  elsif e.kind = 'undo' and e.ref_event_id is null then
    broken := 'event_undo_names_event';
  elsif e.person_id is null and e.kind in ('arrive', 'depart', 'substitute', 'substitute_end', 'conflict',
    'conflict_end', 'item_absent') then
    broken := 'event_person_named';
  elsif e.kind = 'substitute' and e.other_person_id is null then
    broken := 'event_other_person_named';
  end if;
  if broken is not null then
    raise exception using errcode = '23514', schema = 'council', table = 'meeting_event', constraint = broken,
      message = 'das Ereignis ist in sich nicht stimmig', detail = format('Art "%s", Regel "%s".', e.kind, broken);
  end if;
  return true;
end
$$;
comment on function council.check_event(council.meeting_event) is 'The rules an event must keep in itself; raises, or is true.';

do $$
declare
  old name;
begin
  for old in select conname from pg_constraint where conrelid = 'council.meeting_event'::regclass and contype = 'c' loop
    execute format('alter table council.meeting_event drop constraint %I', old);
  end loop;
end
$$;
alter table council.meeting_event add constraint event_consistent check (council.check_event(meeting_event));

insert into council.schema_version (version, name) values (4, 'event_rules');
