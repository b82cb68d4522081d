-- What the ledger projects: always derivable from council.meeting_event, written in the transaction
-- of the event, never by hand. Keys come from the events, so that a rebuild gives the same rows.

create table council.sitting (
  meeting_id bigint primary key references council.meeting on delete cascade,
  opened_at timestamptz,
  closed_at timestamptz,
  chair_id bigint references council.person,
  legal integer,
  paused boolean not null default false,
  public_part boolean not null default true,
  open_item_id uuid
);
comment on table council.sitting is 'The running or past meeting as a whole.';

create table council.item_state (
  item_id uuid primary key references council.agenda_item on delete cascade,
  meeting_id bigint not null references council.meeting on delete cascade,
  position integer not null,
  state text not null default 'open' check (state in ('open', 'called', 'done', 'withdrawn')),
  public boolean not null,
  started_at timestamptz,
  ended_at timestamptz,
  called integer not null default 0,
  result text check (result in ('adopted', 'rejected', 'noted', 'deferred', 'referred', 'withdrawn',
    'settled', 'removed', 'elected', 'runoff', 'lot', 'not_elected', 'allocated')),
  result_event_id uuid,
  referred_to_id bigint,
  marked boolean not null default false,
  mark_note council.prose not null default ''
);
comment on table council.item_state is 'The agenda as held: order, state, times and result of each item.';
create index item_state_meeting on council.item_state (meeting_id, position);
create index item_state_marked on council.item_state (meeting_id) where marked;

create table council.attendance (
  meeting_id bigint not null references council.meeting on delete cascade,
  person_id bigint not null references council.person,
  since_seq bigint not null,
  since timestamptz not null,
  until timestamptz,
  substitute_for_id bigint references council.person,
  item_from uuid,
  item_until uuid,
  note council.prose not null default '',
  primary key (meeting_id, person_id, since_seq)
);
comment on table council.attendance is 'Intervals of presence, one row each; until NULL: still present.';
comment on column council.attendance.item_from is 'Item that was open; readable through api.attendance_items only.';

create table council.announced_absence (
  meeting_id bigint not null references council.meeting on delete cascade,
  person_id bigint not null references council.person,
  at timestamptz not null,
  note council.prose not null default '',
  primary key (meeting_id, person_id)
);
comment on table council.announced_absence is 'Absences announced before the meeting was opened, with the excuse.';

create table council.item_absence (
  event_id uuid primary key,
  meeting_id bigint not null references council.meeting on delete cascade,
  item_id uuid not null references council.agenda_item on delete cascade,
  person_id bigint not null references council.person,
  kind text not null check (kind in ('conflict', 'item_absent')),
  since timestamptz not null,
  until timestamptz,
  stays_in_public_area boolean,
  note council.prose not null default ''
);
comment on table council.item_absence is 'Out for one item: conflict of interest (Befangenheit) or absent; ends with the item.';
create index item_absence_item on council.item_absence (item_id);

create table council.guest (
  event_id uuid primary key,
  meeting_id bigint not null references council.meeting on delete cascade,
  item_id uuid references council.agenda_item on delete cascade,
  kind text not null check (kind in ('guest', 'expert', 'administration')),
  name council.prose not null,
  at timestamptz not null
);
comment on table council.guest is 'Guests, experts and administration, with the item they came for.';

create table council.vote_event (
  event_id uuid primary key,
  meeting_id bigint not null references council.meeting on delete cascade,
  item_id uuid not null references council.agenda_item on delete cascade,
  seq bigint not null,
  at timestamptz not null,
  slot text not null,
  number text not null default '',
  mode text not null check (mode in ('unanimous', 'count', 'group', 'rollcall', 'secret')),
  rule text not null,
  outcome text not null check (outcome in ('adopted', 'rejected')),
  legal integer not null,
  entitled integer not null,
  present integer not null,
  yes integer not null,
  no integer not null,
  abstain integer not null,
  invalid integer not null,
  amendment_id uuid,
  repeats_id uuid,
  repeated_by_id uuid,
  subject council.prose not null default '',
  note council.prose not null default '',
  wording council.prose,
  wording_note council.prose,
  unique (event_id, mode),
  check (yes + no + abstain + invalid <= entitled and entitled <= present)
);
comment on table council.vote_event is 'A vote (Popolo VoteEvent) with the four numbers that are never the same.';
comment on column council.vote_event.repeated_by_id is 'A later vote that replaces this one.';
comment on column council.vote_event.wording is 'Result sentence by hand instead of the computed one.';
create index vote_event_item on council.vote_event (item_id);
create index vote_event_meeting on council.vote_event (meeting_id, seq);

create table council.vote_count (
  event_id uuid not null references council.vote_event on delete cascade,
  position integer not null,
  group_name text not null,
  yes integer not null check (yes >= 0),
  no integer not null check (no >= 0),
  abstain integer not null check (abstain >= 0),
  primary key (event_id, position)
);
comment on table council.vote_count is 'Counts of a vote by group (Popolo Count).';

create table council.vote (
  event_id uuid not null,
  person_id bigint not null references council.person,
  mode text not null default 'rollcall' check (mode = 'rollcall'),
  option text not null check (option in ('yes', 'no', 'abstain', 'not voting')),
  primary key (event_id, person_id),
  foreign key (event_id, mode) references council.vote_event (event_id, mode) on delete cascade
);
comment on table council.vote is 'The vote of one person (Popolo Vote): roll calls only.';
comment on column council.vote.mode is 'Always rollcall: the key to vote_event refuses a row below any other vote.';

create table council.election (
  event_id uuid primary key,
  meeting_id bigint not null references council.meeting on delete cascade,
  item_id uuid not null references council.agenda_item on delete cascade,
  seq bigint not null,
  slot text not null,
  round text not null default '',
  mode text not null default '',
  labels text[] not null default '{}',
  counts integer[] not null default '{}',
  no integer not null default 0,
  abstain integer not null default 0,
  invalid integer not null default 0,
  legal integer,
  entitled integer,
  present integer,
  outcome text not null,
  elected council.prose not null default '',
  note council.prose not null default ''
);
comment on table council.election is 'One round of an election, a run-off or a lot.';
create index election_item on council.election (item_id);

create table council.seat_allocation (
  event_id uuid primary key,
  meeting_id bigint not null references council.meeting on delete cascade,
  item_id uuid not null references council.agenda_item on delete cascade,
  method text not null,
  seats integer not null,
  labels text[] not null default '{}',
  counts integer[] not null default '{}',
  distribution council.prose not null default '',
  outcome text not null
);
comment on table council.seat_allocation is 'Seats given to lists by a method, ties reported as lot.';

create table council.amendment (
  event_id uuid primary key,
  meeting_id bigint not null references council.meeting on delete cascade,
  item_id uuid not null references council.agenda_item on delete cascade,
  seq bigint not null,
  person_id bigint references council.person,
  organization_id bigint references council.organization,
  number text not null default '',
  text council.prose not null,
  outcome text
);
comment on table council.amendment is 'Änderungsanträge; outcome is that of its last vote.';
create index amendment_item on council.amendment (item_id);

create table council.meeting_text (
  meeting_id bigint not null references council.meeting on delete cascade,
  item_id uuid references council.agenda_item on delete cascade,
  slot text not null check (slot in ('resolution', 'course', 'verbatim', 'closing')),
  person_id bigint references council.person,
  text council.prose not null,
  event_id uuid not null,
  at timestamptz not null,
  author text not null,
  unique nulls not distinct (meeting_id, item_id, slot, person_id)
);
comment on table council.meeting_text is 'The text that counts, per item and slot; its history is in the ledger.';
create index meeting_text_item on council.meeting_text (item_id);

create table council.speaker (
  event_id uuid primary key,
  meeting_id bigint not null references council.meeting on delete cascade,
  item_id uuid references council.agenda_item on delete cascade,
  seq bigint not null,
  at timestamptz not null,
  slot text not null check (slot in ('request', 'order', 'begin', 'end', 'cancel')),
  person_id bigint references council.person,
  name council.prose not null default ''
);
comment on table council.speaker is 'Requests to speak and speeches in their order.';

create table council.task (
  event_id uuid primary key,
  meeting_id bigint not null references council.meeting on delete cascade,
  item_id uuid references council.agenda_item on delete cascade,
  seq bigint not null,
  office council.line not null default '',
  text council.prose not null,
  due date
);
comment on table council.task is 'Promises and tasks given at the table.';
create index task_due on council.task (due, event_id);

create table council.quorum_check (
  event_id uuid primary key,
  meeting_id bigint not null references council.meeting on delete cascade,
  seq bigint not null,
  at timestamptz not null,
  slot text not null,
  person_id bigint references council.person,
  legal integer,
  present integer,
  outcome text
);
comment on table council.quorum_check is 'Challenges of the quorum and their counts.';

create table council.projector (
  meeting_id bigint primary key references council.meeting on delete cascade,
  item_id uuid references council.agenda_item on delete cascade,
  slot text not null,
  event_id uuid not null
);
comment on table council.projector is 'What was last released to the projector.';

create table council.minutes (
  meeting_id bigint not null references council.meeting,
  version integer not null check (version between 1 and 1000),
  state text not null check (state in ('signed', 'corrected')),
  chair council.line not null default '',
  minute_taker council.line not null default '',
  signed_at timestamptz not null default clock_timestamp(),
  signed_by text not null default council.invoker(),
  last_seq bigint not null,
  head_hash bytea not null,
  note council.prose not null default '',
  primary key (meeting_id, version)
);
comment on table council.minutes is 'Signed minutes; version 1 closes the ledger, later ones follow from objections.';
comment on column council.minutes.head_hash is 'Hash of the last event: the signature covers the whole ledger.';

create table council.objection (
  id bigint generated by default as identity primary key,
  meeting_id bigint not null,
  minutes_version integer not null,
  item_id uuid references council.agenda_item,
  person_id bigint references council.person,
  state text not null default 'raised' check (state in ('raised', 'accepted', 'rejected')),
  text council.prose not null check (text <> ''),
  decision council.prose not null default '',
  raised_at timestamptz not null default now(),
  version bigint not null default 1,
  changed_at timestamptz not null default now(),
  changed_by text not null default '',
  foreign key (meeting_id, minutes_version) references council.minutes,
  check (state = 'raised' or decision <> '')
);
comment on table council.objection is 'Einwendung against signed minutes, with the decision of the body.';
create index objection_item on council.objection (item_id);
