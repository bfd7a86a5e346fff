-- Who came to the open lab, counted by heads: no name, ever.
create table fablab.presences (
  id bigint generated always as identity primary key,
  centre_id int not null references network.centres,
  -- Null once the opening is removed: the count stays.
  opening_id int,
  people int not null default 1 check (people between 1 and 30),
  machine_kind text check (machine_kind in ('3d-printer', 'laser', 'vinyl', 'sewing', 'embroidery', 'electronics', 'computer')),
  came_at timestamptz not null,
  -- Null: somebody signed in by herself.
  noted_by int,
  foreign key (centre_id, opening_id) references fablab.openings (centre_id, id) on delete set null (opening_id),
  foreign key (centre_id, noted_by) references access.members (centre_id, id)
);
create index on fablab.presences (opening_id);
create index on fablab.presences (centre_id, came_at);
comment on table fablab.presences is 'How many came to an open lab, and for which kind of machine; who of the team noted it, by number. No person. Seen by the team of that centre. Kept for the figures.';
call scope.guard('fablab.presences', 'select, insert, delete');
create policy team on fablab.presences to maillage_app
  using (centre_id = (select scope.centre()) and (select scope.role()) in ('receptionist', 'facilitator', 'coordinator', 'system'))
  with check (centre_id = (select scope.centre()) and (select scope.role()) in ('receptionist', 'facilitator', 'coordinator', 'system'));
-- Whoever comes signs in by herself, and reads nobody's.
create policy comer on fablab.presences for insert to maillage_app
  with check ((select scope.role()) in ('visitor', 'resident') and noted_by is null and people <= 6);

-- One signs in while the lab is open, and no lab holds more than this.
create function fablab.guard_presence() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  if not exists (select from fablab.openings o where o.id = new.opening_id
    and new.came_at between o.starts_at - make_interval(mins => 30) and o.ends_at + make_interval(mins => 30)) then
    raise check_violation using constraint = 'inside_an_opening', message = 'the lab is not open';
  end if;
  if (select coalesce(sum(p.people), 0) + new.people > 300 from fablab.presences p where p.opening_id = new.opening_id) then
    raise check_violation using constraint = 'a_lab_is_no_stadium', message = 'more people than a lab holds';
  end if;
  return new;
end $$;
create trigger guards before insert on fablab.presences for each row execute function fablab.guard_presence();

-- Whoever stops a machine keeps it still meanwhile: the row may be locked, and nothing of it changed.
create policy keep_still on fablab.machines for update to maillage_app
  using (centre_id = (select scope.centre()) and (select scope.role()) in ('receptionist', 'facilitator')) with check (false);

-- What somebody saw wrong at a machine. One open report for a machine and a cause: the second time, it is counted.
create table fablab.breakdowns (
  id int generated always as identity primary key,
  centre_id int not null,
  machine_id int not null,
  cause text not null check (cause in ('does-not-start', 'stops', 'bad-result', 'noise-or-smell', 'part-broken', 'nothing-left', 'other')),
  words text check (length(words) between 1 and 120),
  times int not null default 1 check (times >= 1),
  reported_at timestamptz not null,
  status text not null default 'waiting' check (status in ('waiting', 'confirmed', 'dismissed')),
  decided_by int,
  decided_at timestamptz,
  foreign key (centre_id, machine_id) references fablab.machines (centre_id, id),
  foreign key (centre_id, decided_by) references access.members (centre_id, id),
  constraint somebody_decided check ((status = 'waiting') = (decided_by is null) and (status = 'waiting') = (decided_at is null))
);
create unique index one_open_report on fablab.breakdowns (machine_id, cause) where status = 'waiting';
comment on table fablab.breakdowns is 'What is wrong with a machine, from a closed list and at most 120 signs, without who said it; who decided, by number. Seen by the team of that centre. The words are erased 12 months after.';
call scope.guard('fablab.breakdowns', 'select, update');
create policy team on fablab.breakdowns to maillage_app
  using (centre_id = (select scope.centre()) and (select scope.role()) in ('receptionist', 'facilitator', 'coordinator', 'system'))
  with check (centre_id = (select scope.centre()) and (select scope.role()) in ('receptionist', 'facilitator', 'coordinator', 'system'));

-- Anybody in front of a machine may say that it is broken, and reads nothing: the report is made for her.
create function fablab.report_breakdown(machine int, cause text, words text, at timestamptz) returns boolean
language sql security definer set search_path = pg_catalog as $$
  with noted as (
    insert into fablab.breakdowns as b (centre_id, machine_id, cause, words, reported_at)
      select m.centre_id, m.id, report_breakdown.cause, report_breakdown.words, report_breakdown.at
      from fablab.machines m where m.id = report_breakdown.machine and m.status = 'in-service'
      on conflict (machine_id, cause) where status = 'waiting'
        do update set times = b.times + 1, words = coalesce(b.words, excluded.words)
      returning 1)
  select exists (select from noted)
$$;
revoke execute on function fablab.report_breakdown(int, text, text, timestamptz) from public;
grant execute on function fablab.report_breakdown(int, text, text, timestamptz) to maillage_app;

create function fablab.forget_breakdowns(before timestamptz) returns int
language sql security definer set search_path = pg_catalog as $$
  with forgotten as (
    update fablab.breakdowns set words = null where words is not null and decided_at < before and before < now() - make_interval(days => 300)
    returning 1)
  select count(*)::int from forgotten
$$;
revoke execute on function fablab.forget_breakdowns(timestamptz) from public;
grant execute on function fablab.forget_breakdowns(timestamptz) to maillage_app;

create table fablab.machine_photos (
  machine_id int primary key,
  centre_id int not null,
  -- WebP made here: nothing of the camera is left in it.
  picture bytea not null check (length(picture) between 1 and 40960),
  width int not null check (width between 1 and 2000),
  height int not null check (height between 1 and 2000),
  taken_in_at timestamptz not null,
  foreign key (centre_id, machine_id) references fablab.machines (centre_id, id)
);
comment on table fablab.machine_photos is 'A picture of each machine, without anybody on it. Public. No person.';
call scope.guard('fablab.machine_photos', 'select, insert, update, delete');
create policy everybody on fablab.machine_photos for select to maillage_app using (true);
create policy centre on fablab.machine_photos to maillage_app
  using (centre_id = (select scope.centre()) and (select scope.role()) in ('coordinator', 'system'))
  with check (centre_id = (select scope.centre()) and (select scope.role()) in ('coordinator', 'system'));
