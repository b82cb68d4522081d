-- The meeting ledger: events in the order of doc/ledger.md, append only, chained by SHA-256.

create table council.event_kind (
  kind text primary key,
  needs_item boolean not null,
  label council.line not null
);
comment on table council.event_kind is 'Kinds of events (doc/ledger.md).';
insert into council.event_kind (kind, needs_item, label) values
  ('open', false, 'Sitzung eröffnet'), ('pause', false, 'Sitzung unterbrochen'),
  ('resume', false, 'Sitzung fortgesetzt'), ('close', false, 'Sitzung geschlossen'),
  ('arrive', false, 'kommt'), ('depart', false, 'geht'),
  ('substitute', false, 'vertritt'), ('substitute_end', false, 'Vertretung endet'),
  ('guest', false, 'Gast'), ('conflict', true, 'befangen'),
  ('conflict_end', true, 'Befangenheit aufgehoben'), ('item_absent', true, 'bei diesem Punkt abwesend'),
  ('item_call', true, 'Punkt aufgerufen'), ('item_end', true, 'Punkt beendet'),
  ('item_add', true, 'Punkt aufgenommen'), ('item_withdraw', true, 'Punkt abgesetzt'),
  ('item_move', true, 'Punkt verschoben'), ('item_public', true, 'Öffentlichkeit geändert'),
  ('part', false, 'Sitzungsteil gewechselt'), ('vote', true, 'Abstimmung'),
  ('result', true, 'Ergebnis ohne Abstimmung'), ('election', true, 'Wahl'),
  ('seats', true, 'Sitzverteilung'), ('amendment', true, 'Änderungsantrag'),
  ('text', false, 'Text'), ('speaker', false, 'Redeliste'), ('task', false, 'Auftrag'),
  ('mark', false, 'Merker'), ('quorum', false, 'Beschlussfähigkeit'),
  ('release', false, 'Freigabe für den Projektor'), ('wording', false, 'Wortlaut des Ergebnisses'),
  ('pen', false, 'Schreibrecht übernommen'), ('undo', false, 'zurückgenommen');

create table council.meeting_event (
  event_id uuid not null,
  meeting_id bigint not null references council.meeting,
  at timestamptz not null,
  typed_at timestamptz not null,
  kind text not null references council.event_kind,
  item_id uuid,
  person_id bigint,
  other_person_id bigint,
  organization_id bigint,
  ref_event_id uuid,
  slot council.word,
  mode council.word,
  rule council.word,
  outcome council.word,
  flag boolean,
  legal integer,
  entitled integer,
  present integer,
  yes integer,
  no integer,
  abstain integer,
  invalid integer,
  number council.line,
  text council.prose,
  note council.prose,
  persons bigint[],
  choices text,
  labels text[],
  counts integer[],
  due date,
  seq bigint not null,
  author text not null,
  received_at timestamptz not null default clock_timestamp(),
  prev_hash bytea not null,
  hash bytea not null,
  primary key (meeting_id, seq),
  unique (event_id)
);

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
alter table council.meeting_event add constraint event_consistent check (council.check_event(meeting_event));

comment on table council.meeting_event is 'The ledger of a meeting: append only; fields 1-30 as in doc/ledger.md, then what the server adds.';
comment on column council.meeting_event.seq is '1, 2, 3 ... per meeting without gaps, given by the server.';
comment on column council.meeting_event.author is 'Login role that appended the event.';
comment on column council.meeting_event.prev_hash is 'Hash of the event before; 32 zero bytes for the first.';
comment on column council.meeting_event.hash is 'SHA-256 over prev_hash and the canonical text (council.event_fields, seq, author).';
create index meeting_event_ref on council.meeting_event (ref_event_id) where ref_event_id is not null;

create table council.pen (
  meeting_id bigint primary key references council.meeting on delete cascade,
  account text not null,
  client uuid not null,
  since timestamptz not null default clock_timestamp(),
  until timestamptz not null
);
comment on table council.pen is 'Who records a meeting: a lease. Expired, anyone with the right may take it.';
comment on column council.pen.client is 'The running program that holds the pen, not only its user.';
