-- Counters without names: they outlive the makers they counted.
create table fablab.hour_figures (
  centre_id int not null references network.centres,
  machine_kind text not null,
  month date not null check (extract(day from month) = 1),
  minutes int not null default 0 check (minutes >= 0),
  bookings int not null default 0 check (bookings >= 0),
  absences int not null default 0 check (absences >= 0),
  -- Of these bookings: groups, and how many came with them.
  groups int not null default 0 check (groups >= 0),
  group_people int not null default 0 check (group_people >= 0),
  primary key (centre_id, machine_kind, month)
);
comment on table fablab.hour_figures is 'Hours, bookings, absences and groups by kind of machine and month, without names. Seen by facilitators and coordinators of that centre and by the network. Kept.';
call scope.guard('fablab.hour_figures', 'select');
create policy figures on fablab.hour_figures for select to maillage_app
  using ((select scope.role()) = 'network-manager'
    or (centre_id = (select scope.centre()) and (select scope.role()) in ('facilitator', 'coordinator', 'system')));

create table fablab.maker_figures (
  centre_id int not null references network.centres,
  month date not null check (extract(day from month) = 1),
  makers int not null default 0 check (makers >= 0),
  primary key (centre_id, month)
);
comment on table fablab.maker_figures is 'How many different people used machines in a month, without names. Seen by the team of that centre, and by the network from 11. Kept.';
call scope.guard('fablab.maker_figures', 'select');
create policy figures on fablab.maker_figures for select to maillage_app
  using (((select scope.role()) = 'network-manager' and makers >= 11)
    or (centre_id = (select scope.centre()) and (select scope.role()) in ('facilitator', 'coordinator', 'system')));

create table fablab.induction_figures (
  centre_id int not null references network.centres,
  induction_id int not null references fablab.inductions,
  month date not null check (extract(day from month) = 1),
  given int not null default 0 check (given >= 0),
  primary key (centre_id, induction_id, month)
);
comment on table fablab.induction_figures is 'How many were shown each machine, month by month, without names. Seen by facilitators and coordinators of that centre and by the network. Kept.';
call scope.guard('fablab.induction_figures', 'select');
create policy figures on fablab.induction_figures for select to maillage_app
  using ((select scope.role()) = 'network-manager'
    or (centre_id = (select scope.centre()) and (select scope.role()) in ('facilitator', 'coordinator', 'system')));

-- A mark counts, a mark taken back is taken back; an erased maker takes nothing away.
create function fablab.count_booking() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
declare
  machine fablab.machines;
  first_day date;
  zone text;
  used int := extract(epoch from new.ends_at - new.starts_at)::int / 60;
  present int := (new.came is not distinct from 'present')::int
    - case when tg_op = 'UPDATE' then (old.came is not distinct from 'present')::int else 0 end;
  absent int := (new.came is not distinct from 'absent')::int
    - case when tg_op = 'UPDATE' then (old.came is not distinct from 'absent')::int else 0 end;
  others boolean;
begin
  if present = 0 and absent = 0 then
    return null;
  end if;
  select * into machine from fablab.machines where id = new.machine_id;
  select time_zone into zone from network.places where id = machine.place_id;
  first_day := date_trunc('month', new.starts_at at time zone zone)::date;
  insert into fablab.hour_figures (centre_id, machine_kind, month)
    values (new.centre_id, machine.kind, first_day) on conflict do nothing;
  update fablab.hour_figures f set
    minutes = greatest(0, f.minutes + present * used),
    bookings = greatest(0, f.bookings + present),
    absences = greatest(0, f.absences + absent),
    groups = greatest(0, f.groups + present * (new.kind = 'group')::int),
    group_people = greatest(0, f.group_people + present * (new.kind = 'group')::int * new.people)
    where f.centre_id = new.centre_id and f.machine_kind = machine.kind and f.month = first_day;
  insert into fablab.machine_use as u (machine_id, centre_id, minutes)
    values (machine.id, machine.centre_id, greatest(0, present * used))
    on conflict (machine_id) do update set minutes = greatest(0, u.minutes + present * used);
  if present <> 0 and new.kind <> 'group' then
    -- Two machines of one maker marked at the same moment are one person.
    perform from fablab.makers where id = new.maker_id for no key update;
    select exists (select from fablab.bookings b join fablab.machines m on m.id = b.machine_id
      join network.places p on p.id = m.place_id
      where b.maker_id = new.maker_id and b.id <> new.id and b.came = 'present' and b.kind <> 'group'
        and date_trunc('month', b.starts_at at time zone p.time_zone)::date = first_day) into others;
    if not others then
      insert into fablab.maker_figures as f (centre_id, month, makers) values (new.centre_id, first_day, greatest(0, present))
        on conflict (centre_id, month) do update set makers = greatest(0, f.makers + present);
    end if;
  end if;
  return null;
end $$;
create trigger counts after insert or update of came on fablab.bookings for each row execute function fablab.count_booking();
revoke execute on function fablab.count_booking() from public;

create function fablab.count_induction() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  if tg_op = 'INSERT' or old.granted_at is distinct from new.granted_at then
    insert into fablab.induction_figures as f (centre_id, induction_id, month, given)
      select c.id, new.induction_id, date_trunc('month', new.granted_at at time zone c.time_zone)::date, 1
      from network.centres c where c.id = new.centre_id
      on conflict (centre_id, induction_id, month) do update set given = f.given + 1;
  end if;
  return null;
end $$;
create trigger counts after insert or update of granted_at on fablab.authorisations
  for each row execute function fablab.count_induction();
revoke execute on function fablab.count_induction() from public;
