-- A project made with two machines counts for each of them; this counts it once. Kept beside the others, without names.
alter table projects.figures drop constraint figures_about_check;
alter table projects.figures add constraint figures_about_check
  check (about in ('projects', 'with-machine', 'machine', 'licence', 'makes'));

create or replace function projects.count_project() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
declare machine text;
begin
  if old.first_published_at is null and new.first_published_at is not null then
    perform projects.count_one(new.centre_id, new.first_published_at, 'projects', '');
    perform projects.count_one(new.centre_id, new.first_published_at, 'licence', coalesce(new.licence, 'none'));
    if cardinality(new.machines) > 0 then
      perform projects.count_one(new.centre_id, new.first_published_at, 'with-machine', '');
    end if;
    foreach machine in array new.machines loop
      perform projects.count_one(new.centre_id, new.first_published_at, 'machine', machine);
    end loop;
  end if;
  return null;
end $$;

-- What was published until now, as far as it is still known.
insert into projects.figures (centre_id, month, about, count)
  select p.centre_id, date_trunc('month', p.first_published_at at time zone 'UTC')::date, 'with-machine', count(*)
  from projects.projects p where p.first_published_at is not null and cardinality(p.machines) > 0 group by 1, 2;
