-- What became of the tasks given at the table.

create table council.task_progress (
  id uuid primary key,
  meeting_id bigint not null references council.meeting on delete cascade,
  state text not null default 'open' check (state in ('open', 'started', 'done')),
  note council.prose not null default '',
  done_on date,
  version bigint not null default 1,
  changed_at timestamptz not null default now(),
  changed_by text not null default '',
  check ((state = 'done') = (done_on is not null))
);
comment on table council.task_progress is 'Progress of a task after the meeting; the task itself comes from the ledger.';
comment on column council.task_progress.id is 'council.task.event_id; no foreign key, because a rebuild empties and fills that table.';
create index task_progress_meeting on council.task_progress (meeting_id);
