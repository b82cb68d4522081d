-- Row-level security and grants. A grant opens a table, a policy decides about each row; without a
-- policy a row is closed. The owner runs the functions of the ledger and is not bound.

do $$
declare
  t text;
begin
  for t in select c.relname from pg_catalog.pg_class c
    where c.relnamespace = 'council'::regnamespace and c.relkind = 'r'
  loop
    execute format('alter table council.%I enable row level security', t);
    execute format('revoke all on council.%I from ratstisch_public, ratstisch_reader', t);
  end loop;
  for t in select format('drop policy %I on council.%I', p.policyname, p.tablename)
    from pg_catalog.pg_policies p where p.schemaname = 'council'
  loop
    execute t;
  end loop;
end
$$;

-- 1 What anybody may read.

do $$
declare
  t text;
begin
  foreach t in array array['schema_version', 'rule_set', 'rule', 'body', 'legislative_term',
    'organization', 'standard_item', 'membership', 'substitution', 'location', 'event_kind', 'role_right']
  loop
    execute format('grant select on council.%I to ratstisch_public', t);
    execute format('create policy read on council.%I for select to ratstisch_public using (true)', t);
  end loop;
end
$$;

-- Addresses and telephone numbers are for the office only.
grant select (id, body_id, family_name, given_name, particle, title, form_of_address, gender,
  abbreviation, version, changed_at, changed_by, name, search) on council.person to ratstisch_public;
grant select on council.person to ratstisch_reader;
create policy read on council.person for select to ratstisch_public using (true);

-- 2 Meetings and agendas. Planned meetings are for the office; non-public items for their organizations.

grant select on council.meeting, council.meeting_organization, council.meeting_day, council.agenda_item,
  council.agenda_version, council.agenda_version_item to ratstisch_public;

create policy read on council.meeting for select to ratstisch_public
  using (state <> 'planned' or (select council.is_staff()));
create policy read on council.meeting_organization for select to ratstisch_public
  using (exists (select from council.meeting m where m.id = meeting_id));
create policy read on council.meeting_day for select to ratstisch_public
  using (exists (select from council.meeting m where m.id = meeting_id));
-- What costs nothing is asked first: comparing lists of organizations takes microseconds a row where a city has a thousand.
create policy read on council.agenda_item for select to ratstisch_public
  using (is_public and ((select council.is_staff())
      or exists (select from council.meeting m where m.id = meeting_id))
    or (select council.may(null, 'read_nonpublic'))
    or organizations && (select council.visible_organizations())::bigint[]);
create policy read on council.agenda_version for select to ratstisch_public
  using (exists (select from council.meeting m where m.id = meeting_id));
create policy read on council.agenda_version_item for select to ratstisch_public
  using (exists (select from council.agenda_item i where i.id = item_id
    and (agenda_version_item.public
      or i.organizations && (select council.visible_organizations())::bigint[])));

-- 3 The ledger: whoever may see all of the meeting, non-public part included. Numbers without gaps would
-- tell the others how much they do not see.

grant select on council.meeting_event, council.pen, council.announced_absence to ratstisch_reader;

do $$
declare
  t text;
begin
  foreach t in array array['meeting_event', 'pen', 'announced_absence']
  loop
    execute format('create policy read on council.%I for select to ratstisch_reader
      using ((select council.may(null, ''read_nonpublic''))
        or exists (select from council.meeting m where m.id = meeting_id
          and m.organizations && (select council.visible_organizations())::bigint[]))', t);
  end loop;
end
$$;

-- 4 Projections (who may see everything everywhere is not asked row by row): with their item; what has no item of its own and
-- could speak of any goes with the ledger.

do $$
declare
  t text;
begin
  foreach t in array array['item_state', 'item_absence', 'vote_event', 'election', 'seat_allocation',
    'amendment', 'projector']
  loop
    execute format('grant select on council.%I to ratstisch_public', t);
    execute format('create policy read on council.%I for select to ratstisch_public
      using ((select council.may(null, ''read_nonpublic''))
        or exists (select from council.agenda_item i where i.id = item_id))', t);
  end loop;
  foreach t in array array['guest', 'meeting_text', 'speaker', 'task', 'objection']
  loop
    execute format('grant select on council.%I to ratstisch_reader', t);
    execute format('create policy read on council.%I for select to ratstisch_reader
      using ((select council.may(null, ''read_nonpublic'')) or case when item_id is null
        then exists (select from council.meeting m where m.id = meeting_id
          and m.organizations && (select council.visible_organizations())::bigint[])
        else exists (select from council.agenda_item i where i.id = item_id) end)', t);
  end loop;
  foreach t in array array['vote', 'vote_count']
  loop
    execute format('grant select on council.%I to ratstisch_public', t);
    execute format('create policy read on council.%I for select to ratstisch_public
      using (exists (select from council.vote_event v where v.event_id = %1$I.event_id))', t);
  end loop;
end
$$;

-- Reasons of absence are for those who keep the minutes; the item at which somebody came or left may be
-- a non-public one (api.attendance_items gives both).
grant select (meeting_id, person_id, since_seq, since, until, substitute_for_id)
  on council.attendance to ratstisch_public;
create policy read on council.attendance for select to ratstisch_public
  using (exists (select from council.meeting m where m.id = meeting_id));
grant select (meeting_id, opened_at, closed_at, chair_id, legal, paused, public_part)
  on council.sitting to ratstisch_public;
create policy read on council.sitting for select to ratstisch_public
  using (exists (select from council.meeting m where m.id = meeting_id));
grant select (event_id, meeting_id, at, slot, person_id, legal, present, outcome)
  on council.quorum_check to ratstisch_public;
create policy read on council.quorum_check for select to ratstisch_public
  using (exists (select from council.meeting m where m.id = meeting_id));
grant select (meeting_id, version, state, chair, minute_taker, signed_at, signed_by, note)
  on council.minutes to ratstisch_reader;
create policy read on council.minutes for select to ratstisch_reader
  using (exists (select from council.meeting m where m.id = meeting_id));

-- The public reads texts of public items once the minutes are signed.
grant select (meeting_id, item_id, slot, person_id, text) on council.meeting_text to ratstisch_public;
create policy read_signed on council.meeting_text for select to ratstisch_public
  using (slot = 'resolution' and exists (select from council.agenda_item i
      join council.meeting m on m.id = i.meeting_id and m.state = 'signed' where i.id = item_id));

-- 5 Own things, accounts, journal.

grant select, insert (screen, name, setting), update (setting), delete on council.saved_filter to ratstisch_reader;
create policy own on council.saved_filter to ratstisch_reader
  using (account = (select council.invoker())) with check (account = (select council.invoker()));

grant select on council.account, council.permission to ratstisch_public;
create policy read on council.account for select to ratstisch_public
  using (login = (select council.invoker()) or (select council.may(null, 'administer')));
create policy read on council.permission for select to ratstisch_public
  using ((select council.may(null, 'administer'))
    or account_id = (select a.id from council.account a where a.login = (select council.invoker())));

grant select on council.text_module to ratstisch_reader;
create policy read on council.text_module for select to ratstisch_reader using (true);

grant select on council.change to ratstisch_reader;
create policy read on council.change for select to ratstisch_reader
  using (case needed when 'fees' then (select council.may(null, 'fees'))
    when 'bank' then (select council.may(null, 'bank'))
    else public and (select council.is_staff())
        and not (table_name = 'agenda_item' and council.is_closed_item(row_key))
      or organizations && (select council.visible_organizations())::bigint[]
      or organizations = '{}' and (select council.may(null, 'administer')) end);

-- Letters of all items, the non-public ones among them: for the functions that search, for nobody else.
create policy nobody on council.item_block using (false);
create policy nobody on council.item_block_gram using (false);

-- 6 Writing. The grants name the columns that people write; the rest follows from triggers and the ledger.

grant insert (parent_id, body_id, name, short_name, classification, legal_membership, kind_of_minutes,
    vote_by_group, head_of_minutes, closing_of_minutes, sort_order, valid),
  update (parent_id, name, short_name, classification, legal_membership, kind_of_minutes,
    vote_by_group, head_of_minutes, closing_of_minutes, sort_order, valid),
  delete on council.organization to ratstisch_reader;
grant insert (body_id, family_name, given_name, particle, title, form_of_address, gender, abbreviation,
    email, phone),
  update (family_name, given_name, particle, title, form_of_address, gender, abbreviation, email, phone),
  delete on council.person to ratstisch_reader;
grant insert, update, delete on council.membership, council.substitution, council.location,
  council.standard_item, council.text_module, council.account, council.permission to ratstisch_reader;
grant insert (body_id, organization_id, number, name, starts_at, ends_at, location_id),
  update (organization_id, number, name, starts_at, ends_at, location_id),
  delete on council.meeting to ratstisch_reader;
grant insert, delete on council.meeting_organization to ratstisch_reader;
grant insert, update, delete on council.meeting_day to ratstisch_reader;
grant insert (id, meeting_id, number, position, title, public, standard, reference, paper_title,
    proposed_text, rule, previous),
  update (number, position, title, public, standard, reference, paper_title, proposed_text, rule, previous),
  delete on council.agenda_item to ratstisch_reader;

do $$
declare
  t text;
begin
  foreach t in array array['membership', 'standard_item', 'substitution']
  loop
    execute format('create policy write on council.%I to ratstisch_reader
      using (organization_id = any ((select council.organizations_with(''master''))::bigint[]))
      with check (organization_id = any ((select council.organizations_with(''master''))::bigint[]))', t);
  end loop;
  foreach t in array array['person', 'location']
  loop
    execute format('create policy write on council.%I to ratstisch_reader
      using ((select council.may(null, ''master''))) with check ((select council.may(null, ''master'')))', t);
  end loop;
  foreach t in array array['account', 'permission']
  loop
    execute format('create policy write on council.%I to ratstisch_reader
      using ((select council.may(null, ''administer''))) with check ((select council.may(null, ''administer'')))', t);
  end loop;
  foreach t in array array['meeting_organization', 'meeting_day']
  loop
    execute format('create policy write on council.%I to ratstisch_reader
      using (exists (select from council.meeting m where m.id = meeting_id
        and m.organization_id = any ((select council.organizations_with(''plan''))::bigint[])))', t);
  end loop;
end
$$;

create policy insert on council.organization for insert to ratstisch_reader
  with check ((select council.may(null, 'master')));
create policy update on council.organization for update to ratstisch_reader
  using (id = any ((select council.organizations_with('master'))::bigint[]));
create policy delete on council.organization for delete to ratstisch_reader
  using ((select council.may(null, 'master')));
create policy write on council.text_module to ratstisch_reader
  using (case when organization_id is null then (select council.may(null, 'plan'))
    else organization_id = any ((select council.organizations_with('plan'))::bigint[]) end);

-- The two large tables: not for reading, because a policy for everything would be asked for every row that is read. Who may plan may
-- read (council.role_right), and sees the rows by the policy for reading.
do $$
declare
  r record;
begin
  for r in select * from (values
    ('meeting', 'organization_id = any ((select council.organizations_with(''plan''))::bigint[])'),
    ('agenda_item', 'organizations && (select council.organizations_with(''plan''))::bigint[]')) v (t, allowed)
  loop
    execute format('create policy insert on council.%I for insert to ratstisch_reader with check (%s)', r.t, r.allowed);
    execute format('create policy update on council.%I for update to ratstisch_reader using (%2$s) with check (%2$s)', r.t, r.allowed);
    execute format('create policy delete on council.%I for delete to ratstisch_reader using (%s)', r.t, r.allowed);
  end loop;
end
$$;

-- The progress of a task is seen with the task and kept by those who plan.
grant select, insert (id, meeting_id, state, note, done_on), update (state, note, done_on)
  on council.task_progress to ratstisch_reader;
create policy read on council.task_progress for select to ratstisch_reader
  using ((select council.may(null, 'read_nonpublic')) or exists (select from council.task t where t.event_id = id));
create policy insert on council.task_progress for insert to ratstisch_reader
  with check (exists (select from council.task t join council.meeting m on m.id = t.meeting_id
    where t.event_id = task_progress.id and m.id = task_progress.meeting_id
      and m.organizations && (select council.organizations_with('plan'))::bigint[]));
create policy update on council.task_progress for update to ratstisch_reader
  using (exists (select from council.meeting m where m.id = meeting_id
    and m.organizations && (select council.organizations_with('plan'))::bigint[]));

grant execute on function council.fold_text(text), council.like_pattern(text), council.fold_number(text),
  council.micros(timestamptz), council.from_micros(bigint), council.invoker(),
  council.organizations_with(text), council.visible_organizations(), council.may(bigint, text),
  council.is_staff(), council.is_closed_item(text), council.today() to ratstisch_public;
grant execute on function api.append_event, api.take_pen(bigint, uuid, boolean), api.keep_pen(bigint, uuid),
  api.release_pen(bigint, uuid), api.sign_minutes(bigint, text, text), api.save_objection,
  api.send_agenda(bigint, text), api.check_ledger(bigint), api.projection_facts(bigint), api.attendance_items(bigint),
  api.add_standard_items(bigint) to ratstisch_reader;
grant execute on function council.find_items(text, text, integer),
  council.items_by_title(text, boolean, text, uuid, integer, integer), api.change_fields(uuid), api.jump(text) to ratstisch_public;
grant execute on function api.projector_picture(bigint), api.attend_projector(bigint), api.projectors(bigint),
  council.projector_lamp() to ratstisch_public;
grant select on all tables in schema api to ratstisch_public;
grant execute on function api.role_label(text, text, boolean), api.code_label(text, text), council.say(text), council.say_list(text), council.say_days(text), council.english(text),
  council.rule_value(bigint, text, date), council.organization_rule(bigint, text, date) to ratstisch_public;
