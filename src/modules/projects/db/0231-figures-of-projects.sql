create table projects.figures (
  centre_id int not null references network.centres,
  month date not null check (extract(day from month) = 1),
  about text not null check (about in ('projects', 'machine', 'licence', 'makes')),
  -- Which machine, or which licence (« none »: all rights kept).
  which text not null default '' check (which ~ '^[a-z0-9-]{0,20}$'),
  count int not null default 0 check (count >= 0),
  primary key (centre_id, month, about, which)
);
comment on table projects.figures is 'How many projects were published, by month, machine and licence, and how many made the same, without names. Seen by facilitators and coordinators of that centre and by the network. Kept.';
call scope.guard('projects.figures', 'select');
create policy figures on projects.figures for select to maillage_app
  using ((select scope.role()) = 'network-manager'
    or (centre_id = (select scope.centre()) and (select scope.role()) in ('facilitator', 'coordinator', 'system')));

create function projects.count_one(centre int, at timestamptz, about text, which text) returns void
language sql security definer set search_path = pg_catalog as $$
  insert into projects.figures as f (centre_id, month, about, which, count)
    values (centre, date_trunc('month', at at time zone 'UTC')::date, about, which, 1)
    on conflict (centre_id, month, about, which) do update set count = f.count + 1
$$;
revoke execute on function projects.count_one(int, timestamptz, text, text) from public;

-- Counted the first time it is published, and once: taking it back to mend a step is no second project.
create function projects.count_project() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
declare machine text;
begin
  if old.first_published_at is null and new.first_published_at is not null then
    perform projects.count_one(new.centre_id, new.first_published_at, 'projects', '');
    perform projects.count_one(new.centre_id, new.first_published_at, 'licence', coalesce(new.licence, 'none'));
    foreach machine in array new.machines loop
      perform projects.count_one(new.centre_id, new.first_published_at, 'machine', machine);
    end loop;
  end if;
  return null;
end $$;
create trigger counts_project after update of first_published_at on projects.projects
  for each row execute function projects.count_project();
revoke execute on function projects.count_project() from public;

create function projects.count_make() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  if new.status = 'published' and (tg_op = 'INSERT' or old.status <> 'published') then
    perform projects.count_one(new.centre_id, new.made_at, 'makes', '');
  end if;
  return null;
end $$;
create trigger counts_make after insert or update of status on projects.makes
  for each row execute function projects.count_make();
revoke execute on function projects.count_make() from public;
