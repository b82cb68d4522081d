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
  at timestamptz not null check (at between '1945-01-01' and '2200-01-01'),
  typed_at timestamptz not null check (typed_at between '1945-01-01' and '2200-01-01'),
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
  legal integer check (legal between 0 and 100000),
  entitled integer check (entitled between 0 and 100000),
  present integer check (present between 0 and 100000),
  yes integer check (yes between 0 and 100000),
  no integer check (no between 0 and 100000),
  abstain integer check (abstain between 0 and 100000),
  invalid integer check (invalid between 0 and 100000),
  number council.line,
  text council.prose,
  note council.prose,
  persons bigint[],
  choices text check (choices ~ '^[JNEO]*$'),
  labels text[],
  counts integer[],
  due date,
  seq bigint not null check (seq >= 1),
  author text not null,
  received_at timestamptz not null default clock_timestamp(),
  prev_hash bytea not null,
  hash bytea not null check (octet_length(hash) = 32),
  primary key (meeting_id, seq),
  unique (event_id),
  check (cardinality(persons) <= 5000 and cardinality(labels) <= 1000 and cardinality(counts) <= 3000),
  check (not (0 > any (counts))),
  check (array_position(counts, null) is null and array_position(persons, null) is null
    and array_position(labels, null) is null),
  constraint event_vote_complete check (kind <> 'vote' or (
    mode is not null and mode in ('unanimous', 'count', 'group', 'rollcall', 'secret')
    and outcome is not null and outcome in ('adopted', 'rejected')
    and slot is not null and slot in ('motion', 'amendment', 'procedure', 'urgency', 'public', 'number')
    and rule is not null and legal is not null and entitled is not null and present is not null
    and yes is not null and no is not null and abstain is not null)),
  constraint event_votes_within_entitled check (kind not in ('vote', 'election') or
    coalesce(no, 0) + coalesce(abstain, 0) + coalesce(invalid, 0)
      + case kind when 'vote' then coalesce(yes, 0) else 0 end <= coalesce(entitled, 100000)),
  constraint event_entitled_within_present check (kind not in ('vote', 'election') or entitled <= present),
  constraint event_present_within_legal check (kind not in ('vote', 'election', 'quorum')
    or coalesce(legal, 0) = 0 or present <= legal),
  constraint event_secret_has_no_persons check (mode is distinct from 'secret' or
    (persons is null and choices is null and (kind = 'election' or (labels is null and counts is null)))),
  constraint event_persons_only_by_name check (kind <> 'vote' or mode = 'rollcall'
    or (persons is null and choices is null)),
  constraint event_choice_per_person check (kind <> 'vote' or mode <> 'rollcall' or (
    persons is not null and choices is not null and char_length(choices) = cardinality(persons)
    and char_length(replace(choices, 'J', '')) = char_length(choices) - yes
    and char_length(replace(choices, 'N', '')) = char_length(choices) - no
    and char_length(replace(choices, 'E', '')) = char_length(choices) - abstain)),
  constraint event_three_counts_per_group check (kind <> 'vote' or labels is null
    or cardinality(counts) = 3 * cardinality(labels)),
  constraint event_one_count_per_candidate check (kind not in ('election', 'seats') or labels is null
    or cardinality(counts) = cardinality(labels)),
  constraint event_undo_names_event check (kind <> 'undo' or ref_event_id is not null),
  constraint event_person_named check (person_id is not null or kind not in
    ('arrive', 'depart', 'substitute', 'substitute_end', 'conflict', 'conflict_end', 'item_absent')),
  constraint event_other_person_named check (kind <> 'substitute' or other_person_id is not null)
);
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
