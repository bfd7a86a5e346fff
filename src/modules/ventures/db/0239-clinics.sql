-- Experts who receive one person after another: law, money, web, photos.
create table ventures.clinics (
  id int generated always as identity primary key,
  centre_id int not null references network.centres,
  subject text not null check (subject in ('law', 'money', 'accounts', 'web', 'photos', 'communication')),
  -- A member of the team, or somebody from outside: a first name and an organisation.
  host_id int,
  expert text check (length(expert) between 1 and 80),
  languages text[] not null default '{fr}' check (cardinality(languages) between 1 and 10),
  place_id int not null references network.places,
  space_id int references network.spaces,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  slot_minutes int not null check (slot_minutes between 15 and 60),
  cancelled_at timestamptz,
  unique (centre_id, id),
  foreign key (centre_id, host_id) references access.members (centre_id, id),
  constraint a_clinic_has_one_expert check ((host_id is null) <> (expert is null)),
  constraint a_clinic_ends_the_same_day check (ends_at >= starts_at + make_interval(mins => slot_minutes) and ends_at <= starts_at + interval '10 hours')
);
create index clinics_of_a_centre on ventures.clinics (centre_id, starts_at);
comment on table ventures.clinics is 'When an expert receives, on what, where; an outside expert by first name and organisation, as they agreed to be announced. Public.';
call scope.guard('ventures.clinics', 'select, insert, update');
create policy everybody on ventures.clinics for select to maillage_app using (true);
create policy centre on ventures.clinics to maillage_app
  using (centre_id = (select scope.centre()) and (select scope.role()) in ('facilitator', 'coordinator', 'system'))
  with check (centre_id = (select scope.centre()) and (select scope.role()) in ('facilitator', 'coordinator', 'system'));

-- Whoever receives is there and nowhere else, and so is the room.
create function ventures.occupy_by_clinic() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  if tg_op <> 'INSERT' then
    delete from network.occupations where by_kind = 'clinic' and by_id = old.id;
  end if;
  if tg_op <> 'DELETE' and new.cancelled_at is null then
    insert into network.occupations (centre_id, resource, resource_id, by_kind, by_id, outing, place_id, during, label)
      select new.centre_id, held.resource, held.id, 'clinic', new.id, -40000000000 - new.id, new.place_id,
        tstzrange(new.starts_at, new.ends_at), 'Permanence'
      from (values ('host', new.host_id), ('space', new.space_id)) held (resource, id) where held.id is not null
      order by held.resource;
  end if;
  return null;
end $$;
revoke execute on function ventures.occupy_by_clinic() from public;
create trigger occupies after insert or delete or update of host_id, space_id, starts_at, ends_at, place_id, cancelled_at
  on ventures.clinics for each row execute function ventures.occupy_by_clinic();

create table ventures.clinic_bookings (
  id bigint generated always as identity primary key,
  centre_id int not null,
  clinic_id int not null,
  -- Null: waiting for a slot to come free.
  starts_at timestamptz,
  status text not null check (status in ('booked', 'waiting', 'cancelled')),
  topic text not null check (topic ~ '^[a-z-]{2,30}$'),
  -- Of a founder, erased with her; null: of whoever left a name and a contact.
  founder_id bigint,
  name text not null check (length(name) between 1 and 80),
  language text not null check (language in ('fr', 'en', 'ar')),
  contact_key bytea not null,
  phone_sealed bytea,
  email_sealed bytea,
  token_hash bytea not null unique,
  token_sealed bytea not null,
  booked_at timestamptz not null,
  came text check (came in ('present', 'absent')),
  marked_by int references access.members,
  foreign key (centre_id, clinic_id) references ventures.clinics (centre_id, id),
  foreign key (centre_id, founder_id) references ventures.founders (centre_id, id) on delete cascade,
  constraint a_booking_has_a_slot check ((status = 'booked') <= (starts_at is not null) and (status = 'waiting') <= (starts_at is null)),
  constraint only_who_booked_comes check (came is null or status = 'booked')
);
create unique index one_person_per_slot on ventures.clinic_bookings (clinic_id, starts_at) where status = 'booked';
create unique index one_slot_per_person on ventures.clinic_bookings (clinic_id, contact_key) where status <> 'cancelled';
create index bookings_of_a_contact on ventures.clinic_bookings (contact_key) where status <> 'cancelled';
comment on table ventures.clinic_bookings is 'Who sees which expert, when, about what (a ready word), first name and contact (sealed), whether they came. Seen by whoever holds the link and by the team of that centre. Erased with the founder, and 30 days after the clinic.';
call scope.guard('ventures.clinic_bookings', 'select, insert, update');
create policy centre on ventures.clinic_bookings to maillage_app
  using (centre_id = (select scope.centre()) and (select scope.role()) in ('resident', 'receptionist', 'facilitator', 'coordinator', 'system'))
  with check (centre_id = (select scope.centre()) and (select scope.role()) in ('resident', 'receptionist', 'facilitator', 'coordinator', 'system'));

-- The one rule of who may book, for pages, jobs and the terminal alike: a slot of the clinic, still to come; one expert
-- a day and two ahead for one person of a centre, whose team can tell her so. Whoever comes second waits here, and finds what the first one took.
create function ventures.guard_clinic_booking() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
declare
  clinic ventures.clinics;
  zone text;
  refusal text;
begin
  if new.status = 'cancelled' or (tg_op = 'UPDATE' and old.status = new.status and old.starts_at is not distinct from new.starts_at) then
    return new;
  end if;
  perform pg_advisory_xact_lock(hashtext('clinics of ' || encode(new.contact_key, 'hex')));
  select * into clinic from ventures.clinics where id = new.clinic_id for no key update;
  select time_zone into zone from network.places where id = clinic.place_id;
  refusal := case
    when clinic.cancelled_at is not null then 'clinic-cancelled'
    when coalesce(new.starts_at, clinic.ends_at) <= new.booked_at then 'clinic-over'
    when new.starts_at is not null and (new.starts_at < clinic.starts_at
      or new.starts_at + make_interval(mins => clinic.slot_minutes) > clinic.ends_at
      or extract(epoch from new.starts_at - clinic.starts_at)::int % (clinic.slot_minutes * 60) <> 0) then 'slot-unknown'
    when new.status = 'booked' and exists (
      select from ventures.clinic_bookings b join ventures.clinics c on c.id = b.clinic_id
      where b.centre_id = new.centre_id and b.contact_key = new.contact_key and b.status = 'booked' and b.id is distinct from new.id
        and (b.starts_at at time zone zone)::date = (new.starts_at at time zone zone)::date) then 'one-a-day'
    when (select count(*) from ventures.clinic_bookings b join ventures.clinics c on c.id = b.clinic_id
      where b.centre_id = new.centre_id and b.contact_key = new.contact_key and b.status <> 'cancelled' and b.id is distinct from new.id
        and c.ends_at > new.booked_at) >= 2 then 'two-ahead'
  end;
  if refusal is not null then
    raise exception using errcode = 'check_violation', constraint = refusal, message = refusal;
  end if;
  return new;
end $$;
revoke execute on function ventures.guard_clinic_booking() from public;
create trigger guards before insert or update on ventures.clinic_bookings
  for each row execute function ventures.guard_clinic_booking();

-- What everybody may know of a clinic’s bookings: which slots are taken, and how many wait.
create function ventures.taken_slots(clinics int[]) returns table (clinic_id int, starts_at timestamptz, waiting int)
language sql stable security definer set search_path = pg_catalog as $$
  select b.clinic_id, b.starts_at, (b.status = 'waiting')::int from ventures.clinic_bookings b
  where b.clinic_id = any(clinics) and b.status <> 'cancelled'
$$;
revoke execute on function ventures.taken_slots(int[]) from public;
grant execute on function ventures.taken_slots(int[]) to maillage_app;

-- Figures without names: they outlive whoever they count.
create table ventures.clinic_figures (
  centre_id int not null references network.centres,
  month date not null check (extract(day from month) = 1),
  subject text not null,
  booked int not null default 0 check (booked >= 0),
  came int not null default 0 check (came >= 0),
  primary key (centre_id, month, subject)
);
comment on table ventures.clinic_figures is 'How many appointments with experts were booked and kept, by subject and month. No names. Seen by the team of the centre. Kept.';
call scope.guard('ventures.clinic_figures', 'select');
create policy centre on ventures.clinic_figures for select to maillage_app
  using (centre_id = (select scope.centre()) and (select scope.role()) in ('facilitator', 'coordinator', 'system'));

create function ventures.count_clinic() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
declare
  was_booked int := case when tg_op = 'UPDATE' then (old.status = 'booked')::int else 0 end;
  had_come int := case when tg_op = 'UPDATE' then (old.came is not distinct from 'present')::int else 0 end;
  booked_by int := (new.status = 'booked')::int - was_booked;
  came_by int := (new.came is not distinct from 'present')::int - had_come;
begin
  if booked_by = 0 and came_by = 0 then return null; end if;
  insert into ventures.clinic_figures as f (centre_id, month, subject, booked, came)
    select c.centre_id, date_trunc('month', c.starts_at at time zone 'UTC')::date, c.subject, greatest(0, booked_by), greatest(0, came_by)
    from ventures.clinics c where c.id = new.clinic_id
    on conflict (centre_id, month, subject) do update
      set booked = greatest(0, f.booked + booked_by), came = greatest(0, f.came + came_by);
  return null;
end $$;
revoke execute on function ventures.count_clinic() from public;
create trigger counts after insert or update on ventures.clinic_bookings for each row execute function ventures.count_clinic();

-- From a link to its centre, and nothing more: all else is then asked inside that centre's scope.
create function ventures.centre_of_clinic_booking(token_hash bytea) returns int
language sql stable security definer set search_path = pg_catalog as $$
  select centre_id from ventures.clinic_bookings b where b.token_hash = centre_of_clinic_booking.token_hash
$$;
revoke execute on function ventures.centre_of_clinic_booking(bytea) from public;
grant execute on function ventures.centre_of_clinic_booking(bytea) to maillage_app;

-- Forgetting, for every centre at once: the owner's right, for this one gesture, and never what is recent.
create function ventures.forget_clinic_bookings(before timestamptz) returns int
language sql security definer set search_path = pg_catalog as $$
  with forgotten as (
    delete from ventures.clinic_bookings b using ventures.clinics c
    where c.id = b.clinic_id and c.ends_at < least(before, now() - interval '28 days') returning 1
  )
  select count(*)::int from forgotten
$$;
revoke execute on function ventures.forget_clinic_bookings(timestamptz) from public;
grant execute on function ventures.forget_clinic_bookings(timestamptz) to maillage_app;
