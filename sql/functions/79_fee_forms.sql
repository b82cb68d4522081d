set local role ratstisch_owner;

-- Fees: what the forms of the fee clerk save, where a plain update does not do. They run with the rights of the asker, so that the
-- policies of the tables hold; faults name the field they belong to.

create or replace function api.again_run(run_id bigint) returns bigint
  language plpgsql
  set search_path = pg_catalog, council, pg_temp
as $$
declare
  run council.fee_run;
begin
  select * into run from council.fee_run r where r.id = again_run.run_id;
  if run.id is null or run.kind <> 'regular' then
    raise exception using errcode = 'RT012', message = 'diesen Lauf gibt es nicht mehr', hint = 'Liste neu lesen (^R).';
  end if;
  return api.dry_run(run.body_id, lower(run.period),
    (extract(year from age(upper(run.period), lower(run.period))) * 12
      + extract(month from age(upper(run.period), lower(run.period))))::integer, run.name);
end
$$;
comment on function api.again_run(bigint) is 'A dry run of the same months as this run; gives its identifier.';
