-- Triggers: row stamps, copies of organizations, guards of what is closed, the journal of changes.

create or replace function council.collect_organizations() returns trigger
  language plpgsql security definer
  set search_path = pg_catalog, council, pg_temp
as $$
begin
  select array_agg(distinct o order by o) into new.organizations
  from (select new.organization_id as o
    union all select mo.organization_id from council.meeting_organization mo where mo.meeting_id = new.id) all_of_it;
  return new;
end
$$;

create or replace function council.inherit_organizations() returns trigger
  language plpgsql security definer
  set search_path = pg_catalog, council, pg_temp
as $$
begin
  select m.organizations into new.organizations from council.meeting m where m.id = new.meeting_id;
  return new;
end
$$;

create or replace function council.spread_organizations() returns trigger
  language plpgsql security definer
  set search_path = pg_catalog, council, pg_temp
as $$
begin
  update council.agenda_item set organizations = new.organizations
  where meeting_id = new.id and organizations <> new.organizations;
  return null;
end
$$;

-- Sets the meeting's column to itself: its own trigger collects anew.
create or replace function council.refresh_meeting() returns trigger
  language plpgsql security definer
  set search_path = pg_catalog, council, pg_temp
as $$
begin
  update council.meeting set organization_id = organization_id
  where id = case when tg_op = 'DELETE' then old.meeting_id else new.meeting_id end;
  return null;
end
$$;

-- The agenda of a meeting that runs is changed at the table only, by events.
create or replace function council.guard_agenda() returns trigger
  language plpgsql
  set search_path = pg_catalog, council, pg_temp
as $$
declare
  meeting_state text;
begin
  if current_user <> 'ratstisch_owner' then
    select m.state into meeting_state from council.meeting m
    where m.id = case when tg_op = 'DELETE' then old.meeting_id else new.meeting_id end;
    if meeting_state in ('running', 'closed', 'signed') then
      raise exception using errcode = 'RT006', message = 'die Tagesordnung dieser Sitzung steht fest',
        detail = 'Die Sitzung läuft oder ist beendet.',
        hint = 'Änderungen an der Tagesordnung gehören an den Sitzungstisch.';
    end if;
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end
$$;

create or replace function council.refuse_change() returns trigger
  language plpgsql
  set search_path = pg_catalog, pg_temp
as $$
begin
  raise exception using errcode = 'RT002', message = 'dieser Eintrag kann nicht mehr geändert werden',
    detail = format('In "%s" wird nur angefügt.', tg_table_name),
    hint = 'Berichtigen Sie durch einen weiteren Eintrag.';
end
$$;

-- Row-level security passes over rows in silence; a person without the right is to be told.
create or replace function council.require_right() returns trigger
  language plpgsql
  set search_path = pg_catalog, council, pg_temp
as $$
begin
  if row_security_active(tg_relid) and council.organizations_with(tg_argv[0]) = '{}'
    and not council.may(null, tg_argv[0]) then -- before the first organization there is none to have it in
    raise exception using errcode = 'RT003', message = 'dazu fehlt Ihnen das Recht',
      detail = format('Konto "%s", Recht "%s".', council.invoker(), tg_argv[0]),
      hint = 'Die Verwaltung des Programms vergibt Rechte.';
  end if;
  return null;
end
$$;

-- Which organizations may see the journal of a non-public row, and whether everybody else may.
create or replace function council.journal() returns trigger
  language plpgsql security definer
  set search_path = pg_catalog, council, pg_temp
as $$
declare
  unseen text[] := array['search', 'version', 'changed_at', 'changed_by'];
  was jsonb := case when tg_op <> 'INSERT' then to_jsonb(old) end;
  is_now jsonb := case when tg_op <> 'DELETE' then to_jsonb(new) end;
  row_data jsonb := coalesce(is_now, was);
  open_to_staff boolean := tg_table_name not in ('account', 'permission', 'objection', 'task_progress');
  seen_by bigint[] := '{}';
  wanted text := case when tg_table_name = 'fee_bank_account' then 'bank'
    when tg_table_name like 'fee\_%' or tg_table_name in ('statute', 'posting_template', 'body_size') then 'fees' end;
begin
  if tg_op = 'UPDATE' and was - unseen = is_now - unseen then
    return null;
  end if;
  if tg_table_name = 'agenda_item' then
    open_to_staff := coalesce((was ->> 'is_public')::boolean, true)
      and coalesce((is_now ->> 'is_public')::boolean, true);
    seen_by := array(select jsonb_array_elements_text(row_data -> 'organizations')::bigint);
  elsif tg_table_name in ('objection', 'task_progress') then
    select m.organizations into seen_by from council.meeting m where m.id = (row_data ->> 'meeting_id')::bigint;
  end if;
  insert into council.change (author, table_name, row_key, action, before, after, public, organizations, needed)
  values (council.invoker(), tg_table_name,
    coalesce(row_data ->> 'id', row_data ->> 'body_id', (row_data ->> 'meeting_id') || '/' || (row_data ->> coalesce(tg_argv[0], 'meeting_id'))),
    lower(tg_op), was - unseen, is_now - unseen, open_to_staff and wanted is null, seen_by, wanted);
  return null;
end
$$;

-- The same for rows that come by the thousand from a file: facts of the fee module, all rows of a statement at once.
create or replace function council.journal_added() returns trigger
  language plpgsql security definer
  set search_path = pg_catalog, council, pg_temp
as $$
declare
  who text := council.invoker();
  wanted text := case when tg_table_name = 'fee_bank_account' then 'bank' else 'fees' end;
begin
  insert into council.change (author, table_name, row_key, action, after, public, needed)
  select who, tg_table_name, a.id, 'insert', to_jsonb(a) - array['search', 'version', 'changed_at', 'changed_by'], false, wanted
  from added a
  order by a.id;
  return null;
end
$$;

do $$
declare
  t text;
begin
  foreach t in array array['rule_set', 'rule', 'body', 'legislative_term', 'organization', 'standard_item',
    'person', 'membership', 'substitution', 'location', 'account', 'permission', 'text_module',
    'meeting', 'agenda_item', 'objection', 'task_progress', 'statute', 'fee_rate', 'fee_band', 'fee_rule',
    'body_size', 'fee_assignment', 'fee_setting', 'fee_meeting', 'fee_presence', 'fee_claim', 'fee_evidence',
    'fee_working_hours', 'fee_distance', 'fee_hold', 'fee_payee', 'fee_correction', 'fee_bank_account',
    'fee_run', 'fee_file', 'fee_settlement', 'fee_account', 'posting_template']
  loop
    execute format('create or replace trigger stamp before insert or update on council.%I
      for each row execute function council.stamp_row()', t);
    execute format('create or replace trigger journal after insert or update or delete on council.%I
      for each row execute function council.journal()', t);
  end loop;
  foreach t in array array['body_size', 'fee_assignment', 'fee_meeting', 'fee_presence', 'fee_claim', 'fee_evidence', 'fee_working_hours',
    'fee_distance', 'fee_hold', 'fee_payee', 'fee_bank_account', 'fee_account']
  loop
    execute format('create or replace trigger journal after update or delete on council.%I
      for each row execute function council.journal()', t);
    execute format('create or replace trigger journal_added after insert on council.%I
      referencing new table as added for each statement execute function council.journal_added()', t);
  end loop;
  foreach t in array array['meeting_event', 'change', 'agenda_version', 'agenda_version_item', 'minutes']
  loop
    execute format('create or replace trigger append_only before update or delete on council.%I
      for each row execute function council.refuse_change()', t);
    execute format('create or replace trigger append_only_all before truncate on council.%I
      for each statement execute function council.refuse_change()', t);
  end loop;
end
$$;

do $$
declare
  r record;
begin
  for r in select * from (values ('organization', 'master'), ('person', 'master'), ('membership', 'master'),
    ('substitution', 'master'), ('standard_item', 'master'), ('location', 'master'), ('account', 'administer'),
    ('permission', 'administer'), ('text_module', 'plan'), ('meeting', 'plan'), ('agenda_item', 'plan'),
    ('meeting_organization', 'plan'), ('meeting_day', 'plan'),
    ('task_progress', 'plan'), ('statute', 'fees'), ('fee_rate', 'fees'), ('fee_band', 'fees'), ('fee_rule', 'fees'),
    ('body_size', 'fees'), ('fee_assignment', 'fees'), ('fee_setting', 'fees'), ('fee_meeting', 'fees'),
    ('fee_presence', 'fees'), ('fee_claim', 'fees'), ('fee_evidence', 'fees'), ('fee_working_hours', 'fees'),
    ('fee_distance', 'fees'), ('fee_hold', 'fees'), ('fee_payee', 'fees'), ('fee_correction', 'fees'),
    ('fee_account', 'fees'), ('fee_bank_account', 'bank'), ('posting_template', 'fees'),
    ('posting_column', 'fees')) v (t, needed)
  loop
    execute format('create or replace trigger a_right before insert or update or delete on council.%I
      for each statement execute function council.require_right(%L)', r.t, r.needed);
  end loop;
end
$$;

create or replace trigger journal_organization after insert or delete on council.meeting_organization
  for each row execute function council.journal('organization_id');
create or replace trigger journal_day after insert or update or delete on council.meeting_day
  for each row execute function council.journal('day');
create or replace trigger collect_organizations before insert or update of organization_id on council.meeting
  for each row execute function council.collect_organizations();
create or replace trigger inherit_organizations before insert or update of meeting_id on council.agenda_item
  for each row execute function council.inherit_organizations();
create or replace trigger refresh_meeting after insert or delete on council.meeting_organization
  for each row execute function council.refresh_meeting();
create or replace trigger spread_organizations after update of organization_id on council.meeting
  for each row execute function council.spread_organizations();
create or replace trigger guard_agenda before insert or update or delete on council.agenda_item
  for each row execute function council.guard_agenda();
create or replace trigger account_changed after insert or update or delete on council.account
  for each row execute function council.account_changed();
create or replace trigger permission_changed after insert or update or delete on council.permission
  for each row execute function council.permission_changed();
