create schema fablab;
grant usage on schema fablab to maillage_app;

-- Machines, openings and clinics hold people and rooms through the same table as sessions and stops.
alter table network.occupations drop constraint occupations_resource_check;
alter table network.occupations add constraint occupations_resource_check
  check (resource in ('space', 'host', 'kit', 'machine'));
alter table network.occupations drop constraint occupations_by_kind_check;
-- « noise »: a room closed by a machine that is heard there.
alter table network.occupations add constraint occupations_by_kind_check
  check (by_kind in ('session', 'stop', 'booking', 'noise', 'opening', 'clinic'));
-- Where a machine stands, and its name, so that whoever plans the room reads what holds it.
alter table network.occupations add column in_space_id int references network.spaces;
alter table network.occupations add column label text;
create index occupations_of_machines_of_a_space on network.occupations (in_space_id) where in_space_id is not null;
-- Two noisy machines may close the same room together: noise is one outing, shared by all.
alter table network.occupations drop constraint one_session_at_a_time;
alter table network.occupations add constraint one_session_at_a_time
  exclude using gist (resource with =, resource_id with =, during with &&)
  where (by_kind not in ('stop', 'noise')) deferrable initially immediate;
-- Rooms and machines stay where they are.
drop trigger time_to_travel on network.occupations;
create constraint trigger time_to_travel after insert on network.occupations deferrable initially immediate
  for each row when (new.resource in ('host', 'kit')) execute function network.leave_time_to_travel();

create table fablab.inductions (
  id int generated always as identity primary key,
  -- Null: the network's, for every centre.
  centre_id int references network.centres,
  slug text not null unique check (slug ~ '^[a-z0-9-]{2,40}$'),
  -- Months an authorisation holds, and months without use after which it lapses; null: for ever.
  valid_months int check (valid_months between 1 and 60),
  unused_months int check (unused_months between 1 and 36),
  -- Activities of the programme during which it is given.
  activities text[] not null default '{}',
  -- The badge it earns, if any: an achievement of the badges.
  achievement text,
  texts jsonb not null check (texts #>> '{fr,title}' is not null)
);
comment on table fablab.inductions is 'What one is shown before using a machine, for how long it holds. Public. No person.';
call scope.guard('fablab.inductions', 'select, insert, update');
create policy everybody on fablab.inductions for select to maillage_app using (true);
create policy centre on fablab.inductions for all to maillage_app
  using (centre_id = (select scope.centre()) and (select scope.role()) in ('coordinator', 'system'))
  with check (centre_id = (select scope.centre()) and (select scope.role()) in ('coordinator', 'system'));

insert into fablab.inductions (slug, valid_months, unused_months, activities, achievement, texts) values
  ('workshop-safety', 36, null, '{fablab-visit,print-3d,laser-cutting,sewing,little-robot,my-label,repair-together}', null,
    '{"fr":{"title":"Visite et sécurité du FabLab","summary":"Les gestes sûrs, les sorties, qui appeler. Vingt minutes."},"en":{"title":"FabLab tour and safety","summary":"Safe gestures, ways out, whom to call. Twenty minutes."},"ar":{"title":"جولة في المختبر وقواعد السلامة","summary":"الحركات الآمنة والمخارج ومن تتصل به. عشرون دقيقة."}}'),
  ('3d-printer', 24, 12, '{print-3d}', 'machine-3d-printer',
    '{"fr":{"title":"Imprimante 3D","summary":"Préparer un fichier, lancer une impression, retirer la pièce."},"en":{"title":"3D printer","summary":"Prepare a file, start a print, take the object off."},"ar":{"title":"الطابعة ثلاثية الأبعاد","summary":"تحضير الملف وبدء الطباعة ونزع القطعة."}}'),
  ('laser', 12, 6, '{laser-cutting}', 'machine-laser',
    '{"fr":{"title":"Découpe laser","summary":"Ce qu’on peut couper, ce qu’on ne coupe jamais, que faire si ça brûle."},"en":{"title":"Laser cutter","summary":"What can be cut, what is never cut, what to do if it burns."},"ar":{"title":"القاطعة بالليزر","summary":"ما يمكن قطعه، وما لا يُقطع أبدًا، وماذا تفعل إذا اشتعل شيء."}}'),
  ('vinyl', 24, 12, '{my-label}', null,
    '{"fr":{"title":"Découpe vinyle","summary":"Découper un autocollant, le poser, changer la lame."},"en":{"title":"Vinyl cutter","summary":"Cut a sticker, apply it, change the blade."},"ar":{"title":"قاطعة الفينيل","summary":"قص ملصق وتثبيته وتغيير الشفرة."}}'),
  ('embroidery', 24, 12, '{sewing}', 'machine-embroidery',
    '{"fr":{"title":"Brodeuse numérique","summary":"Tendre le tissu, charger un motif, changer le fil."},"en":{"title":"Embroidery machine","summary":"Stretch the cloth, load a pattern, change the thread."},"ar":{"title":"آلة التطريز الرقمية","summary":"شدّ القماش وتحميل الرسم وتغيير الخيط."}}'),
  ('electronics', 24, 12, '{little-robot,repair-together}', null,
    '{"fr":{"title":"Électronique et soudure","summary":"Souder sans se brûler, mesurer, ranger le poste."},"en":{"title":"Electronics and soldering","summary":"Solder without burning yourself, measure, tidy the bench."},"ar":{"title":"الإلكترونيات واللحام","summary":"اللحام بأمان والقياس وترتيب المكان."}}');

create table fablab.house_rules (
  centre_id int primary key references network.centres,
  -- Bookings somebody may hold ahead on one kind of machine.
  bookings_ahead int not null default 2 check (bookings_ahead between 1 and 20),
  -- How many days ahead one may book.
  days_ahead int not null default 28 check (days_ahead between 1 and 180),
  -- Bookings missed without a word within `absence_days` after which one waits `pause_days`.
  absences_allowed int not null default 2 check (absences_allowed between 1 and 20),
  absence_days int not null default 60 check (absence_days between 1 and 365),
  pause_days int not null default 14 check (pause_days between 1 and 90),
  -- Below this age somebody of the lab is always there.
  supervised_under int not null default 16 check (supervised_under between 0 and 18)
);
comment on table fablab.house_rules is 'The rules of each FabLab, in numbers. Public. No person.';
call scope.guard('fablab.house_rules', 'select, insert, update');
create policy everybody on fablab.house_rules for select to maillage_app using (true);
create policy centre on fablab.house_rules to maillage_app
  using (centre_id = (select scope.centre()) and (select scope.role()) in ('coordinator', 'system'))
  with check (centre_id = (select scope.centre()) and (select scope.role()) in ('coordinator', 'system'));

create table fablab.machines (
  id int generated always as identity primary key,
  centre_id int not null references network.centres,
  place_id int not null references network.places,
  space_id int not null references network.spaces,
  name text not null check (length(name) between 1 and 60),
  kind text not null check (kind in ('3d-printer', 'laser', 'vinyl', 'sewing', 'embroidery', 'electronics', 'computer')),
  status text not null default 'in-service' check (status in ('in-service', 'retired')),
  slot_minutes int not null default 60 check (slot_minutes between 15 and 240),
  -- Minutes one person may hold machines of this kind in a day and in a week, Monday first, in the place's time.
  day_minutes int not null default 180 check (day_minutes between 15 and 1440),
  week_minutes int not null default 360 check (week_minutes between 15 and 10080),
  min_age int not null default 0 check (min_age between 0 and 18),
  supervision text not null default 'never' check (supervision in ('never', 'young', 'always')),
  -- A session in its room takes it too.
  goes_with_the_room boolean not null default true,
  -- { fr: { what, safety: [], needs: [], documents: [{title,url}] }, en: …, ar: … }; French is always there.
  texts jsonb not null check (texts #>> '{fr,what}' is not null),
  unique (centre_id, id),
  unique (space_id, name)
);
create index on fablab.machines (place_id);
comment on table fablab.machines is 'Machines of the FabLabs, how they are used safely, and the rules to book them. Public. No person.';
call scope.guard('fablab.machines', 'select, insert, update');
create policy everybody on fablab.machines for select to maillage_app using (true);
create policy centre on fablab.machines to maillage_app
  using (centre_id = (select scope.centre()) and (select scope.role()) in ('coordinator', 'system'))
  with check (centre_id = (select scope.centre()) and (select scope.role()) in ('coordinator', 'system'));

create table fablab.machine_inductions (
  machine_id int not null,
  centre_id int not null,
  induction_id int not null references fablab.inductions,
  primary key (machine_id, induction_id),
  foreign key (centre_id, machine_id) references fablab.machines (centre_id, id)
);
comment on table fablab.machine_inductions is 'Which inductions a machine asks for. Public. No person.';
call scope.guard('fablab.machine_inductions', 'select, insert, delete');
create policy everybody on fablab.machine_inductions for select to maillage_app using (true);
create policy centre on fablab.machine_inductions to maillage_app
  using (centre_id = (select scope.centre()) and (select scope.role()) in ('coordinator', 'system'))
  with check (centre_id = (select scope.centre()) and (select scope.role()) in ('coordinator', 'system'));

create table fablab.interlocks (
  machine_id int not null,
  centre_id int not null,
  -- The room that hears it: closed while the machine is booked.
  space_id int not null references network.spaces,
  primary key (machine_id, space_id),
  foreign key (centre_id, machine_id) references fablab.machines (centre_id, id)
);
comment on table fablab.interlocks is 'Which rooms a noisy machine closes while it is booked. Public. No person.';
call scope.guard('fablab.interlocks', 'select, insert, delete');
create policy everybody on fablab.interlocks for select to maillage_app using (true);
create policy centre on fablab.interlocks to maillage_app
  using (centre_id = (select scope.centre()) and (select scope.role()) in ('coordinator', 'system'))
  with check (centre_id = (select scope.centre()) and (select scope.role()) in ('coordinator', 'system'));

create table fablab.openings (
  id int generated always as identity primary key,
  centre_id int not null references network.centres,
  place_id int not null references network.places,
  space_id int not null references network.spaces,
  -- « bookable »: machines by slot. « open-lab »: one comes, signs in, and takes turns.
  kind text not null check (kind in ('bookable', 'open-lab')),
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  supervisor_id int,
  unique (centre_id, id),
  foreign key (centre_id, supervisor_id) references access.members (centre_id, id),
  constraint an_opening_ends_the_same_day check (ends_at > starts_at and ends_at <= starts_at + interval '16 hours'),
  constraint one_opening_at_a_time exclude using gist (space_id with =, tstzrange(starts_at, ends_at) with &&)
);
create index on fablab.openings (centre_id, starts_at);
comment on table fablab.openings is 'When each FabLab is open, and who supervises, by number. The hours are public.';
call scope.guard('fablab.openings', 'select, insert, update, delete');
create policy everybody on fablab.openings for select to maillage_app using (true);
create policy centre on fablab.openings to maillage_app
  using (centre_id = (select scope.centre()) and (select scope.role()) in ('coordinator', 'facilitator', 'system'))
  with check (centre_id = (select scope.centre()) and (select scope.role()) in ('coordinator', 'facilitator', 'system'));

create table fablab.outages (
  id int generated always as identity primary key,
  centre_id int not null,
  machine_id int not null,
  from_at timestamptz not null,
  -- Null: until somebody says it works again.
  until_at timestamptz check (until_at > from_at),
  cause text not null check (cause in ('breakdown', 'upkeep', 'part-awaited', 'safety')),
  noted_by int not null,
  noted_at timestamptz not null,
  foreign key (centre_id, machine_id) references fablab.machines (centre_id, id),
  foreign key (centre_id, noted_by) references access.members (centre_id, id)
);
create index on fablab.outages (machine_id, from_at);
comment on table fablab.outages is 'When a machine is out of service and why, in ready words; who noted it, by number. The hours are public.';
call scope.guard('fablab.outages', 'select, insert, update');
create policy everybody on fablab.outages for select to maillage_app using (true);
create policy centre on fablab.outages to maillage_app
  using (centre_id = (select scope.centre()) and (select scope.role()) in ('receptionist', 'facilitator', 'coordinator', 'system'))
  with check (centre_id = (select scope.centre()) and (select scope.role()) in ('receptionist', 'facilitator', 'coordinator', 'system'));

create table fablab.makers (
  id bigint generated always as identity primary key,
  centre_id int not null,
  resident_id bigint not null unique,
  kind text not null default 'person' check (kind in ('person', 'group')),
  -- Only of somebody under 18, and only the year.
  birth_year int check (birth_year between 1900 and 2200),
  -- The adult who answers for a minor or a group: how to call them; the contact is theirs.
  adult_name text check (length(adult_name) between 1 and 80),
  token_hash bytea not null unique,
  token_sealed bytea not null,
  started_at timestamptz not null,
  unique (centre_id, id),
  foreign key (resident_id, centre_id) references people.residents (id, centre_id) on delete cascade,
  constraint a_minor_or_a_group_has_an_adult check (case kind
    when 'person' then (birth_year is null) = (adult_name is null) else birth_year is null and adult_name is not null end)
);
comment on table fablab.makers is 'Residents who use machines: the link (sealed), and for minors the year of birth and the name of the adult who answers. Basis: safety at machines. Seen by whoever holds the link and by the team of that centre. Erased on request, and with the resident 12 months after the last contact.';
call scope.guard('fablab.makers', 'select, insert, update, delete');
create policy centre on fablab.makers to maillage_app
  using (centre_id = (select scope.centre()) and (select scope.role()) in ('resident', 'receptionist', 'facilitator', 'coordinator', 'key', 'system'))
  with check (centre_id = (select scope.centre()) and (select scope.role()) in ('resident', 'receptionist', 'facilitator', 'coordinator', 'key', 'system'));
-- The team of a lab sees by name whom it shows machines to. A list read once: see the policies of registrations.
create function fablab.residents_who_make() returns bigint[] language sql stable security definer set search_path = pg_catalog
  return array(select resident_id from fablab.makers where centre_id = scope.centre());
revoke execute on function fablab.residents_who_make() from public;
grant execute on function fablab.residents_who_make() to maillage_app;
create policy lab on people.residents for select to maillage_app
  using (centre_id = (select scope.centre()) and (select scope.role()) in ('facilitator', 'key')
    and id = any((select fablab.residents_who_make())::bigint[]));

create table fablab.authorisations (
  id bigint generated always as identity primary key,
  centre_id int not null,
  maker_id bigint not null,
  induction_id int not null references fablab.inductions,
  granted_at timestamptz not null,
  granted_by int not null,
  -- What held on the day it was granted: a rule that changes later takes nothing from anybody.
  expires_at timestamptz check (expires_at > granted_at),
  unused_months int check (unused_months between 1 and 36),
  last_used_at timestamptz,
  withdrawn_at timestamptz,
  unique (maker_id, induction_id),
  foreign key (centre_id, maker_id) references fablab.makers (centre_id, id) on delete cascade,
  foreign key (centre_id, granted_by) references access.members (centre_id, id)
);
comment on table fablab.authorisations is 'Which machines somebody was shown, when, by whom, until when. Seen by whoever holds the link and by the team of that centre. Erased with the maker.';
call scope.guard('fablab.authorisations', 'select, insert, update');
create policy read on fablab.authorisations for select to maillage_app
  using (centre_id = (select scope.centre()) and maker_id in (select id from fablab.makers));
-- Nobody authorises herself: only the team writes here.
create policy team on fablab.authorisations to maillage_app
  using (centre_id = (select scope.centre()) and (select scope.role()) in ('facilitator', 'coordinator', 'system'))
  with check (centre_id = (select scope.centre()) and (select scope.role()) in ('facilitator', 'coordinator', 'system'));

create table fablab.bookings (
  id int generated always as identity primary key,
  centre_id int not null,
  machine_id int not null,
  maker_id bigint not null,
  -- « make »: alone. « induction »: to be shown the machine, one to one. « group »: a school, an association, with the lab.
  kind text not null check (kind in ('make', 'induction', 'group')),
  starts_at timestamptz not null,
  ends_at timestamptz not null check (ends_at > starts_at),
  people int not null default 1 check (people between 1 and 30),
  status text not null check (status in ('booked', 'waiting', 'cancelled')),
  source text not null check (source in ('web', 'api', 'lab')),
  token_hash bytea not null unique,
  token_sealed bytea not null,
  booked_at timestamptz not null,
  -- Grows each time the maker must be told something.
  revision int not null default 0,
  moved_from_machine_id int,
  reminded_at timestamptz,
  cancelled_at timestamptz,
  cancelled_by text check (cancelled_by in ('maker', 'lab', 'outage', 'opening', 'authorisation')),
  came text check (came in ('present', 'absent')),
  marked_by int references access.members,
  marked_at timestamptz,
  unique (centre_id, id),
  foreign key (centre_id, machine_id) references fablab.machines (centre_id, id),
  foreign key (centre_id, maker_id) references fablab.makers (centre_id, id) on delete cascade,
  constraint a_cancelled_booking_has_a_cause check ((status = 'cancelled') = (cancelled_at is not null and cancelled_by is not null)),
  constraint a_person_comes_alone check (kind = 'group' or people = 1),
  constraint one_machine_at_a_time exclude using gist (maker_id with =, tstzrange(starts_at, ends_at) with &&)
    where (status = 'booked' and kind <> 'group')
);
create unique index once_per_maker_and_slot on fablab.bookings (maker_id, machine_id, starts_at) where status <> 'cancelled';
create index bookings_of_a_machine on fablab.bookings (machine_id, starts_at) where status <> 'cancelled';
create index bookings_of_a_maker on fablab.bookings (maker_id, starts_at);
comment on table fablab.bookings is 'Who books which machine, when, and whether they came. Seen by whoever holds the link and by the team of that centre. Erased with the maker; the hours stay in the figures.';
call scope.guard('fablab.bookings', 'select, insert, update');
create policy centre on fablab.bookings to maillage_app
  using (centre_id = (select scope.centre()) and (select scope.role()) in ('resident', 'receptionist', 'facilitator', 'coordinator', 'key', 'system'))
  with check (centre_id = (select scope.centre())
    and ((select scope.role()) in ('facilitator', 'coordinator', 'receptionist', 'system')
      -- Groups come through the team, which will be with them.
      or ((select scope.role()) in ('resident', 'key') and kind <> 'group')));

-- The one rule of who may use a machine at a moment, for pages, jobs, machines and the terminal alike.
create function fablab.is_authorised(maker bigint, machine int, at timestamptz) returns boolean
language sql stable security definer set search_path = pg_catalog as $$
  select not exists (
    select from fablab.machine_inductions asked
    where asked.machine_id = machine and not exists (
      select from fablab.authorisations held
      where held.maker_id = maker and held.induction_id = asked.induction_id and held.withdrawn_at is null
        and (held.expires_at is null or held.expires_at > at)
        and (held.unused_months is null or ((greatest(held.granted_at, held.last_used_at) at time zone 'UTC')
          + make_interval(months => held.unused_months)) at time zone 'UTC' > at)))
$$;
revoke execute on function fablab.is_authorised(bigint, int, timestamptz) from public;

-- The guard of the machines. Every booking passes here, whoever writes it and from wherever; each refusal has a name.
create function fablab.guard_booking() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
declare
  machine fablab.machines;
  rules fablab.house_rules;
  maker fablab.makers;
  zone text;
  opening fablab.openings;
  age int;
  local timestamp;
  minutes int := extract(epoch from new.ends_at - new.starts_at)::int / 60;
  day_used int;
  week_used int;
  ahead int;
  refusal text;
begin
  -- Leaving needs no leave, and neither does telling or marking who came.
  if new.status = 'cancelled' or (tg_op = 'UPDATE' and old.status = new.status and old.machine_id = new.machine_id
    and old.maker_id = new.maker_id and old.kind = new.kind and old.starts_at = new.starts_at and old.ends_at = new.ends_at
    and old.people = new.people) then
    return new;
  end if;
  -- One booking at a time for one person, and for one machine: whoever comes second finds the hour taken, where an
  -- exclusion alone would have the two wait for each other until one is thrown out.
  select * into maker from fablab.makers where id = new.maker_id for update;
  select * into machine from fablab.machines where id = new.machine_id for no key update;
  select * into rules from fablab.house_rules where centre_id = machine.centre_id;
  if not found then
    rules := row(machine.centre_id, 2, 28, 2, 60, 14, 16);
  end if;
  select time_zone into zone from network.places where id = machine.place_id;
  local := new.starts_at at time zone zone;
  -- Turned 16 this year or not, nobody asks: the year only is known, and the younger age is taken.
  age := case when maker.birth_year is null then 99 else extract(year from local)::int - maker.birth_year - 1 end;

  select * into opening from fablab.openings o
    where o.space_id = machine.space_id and o.kind = 'bookable' and o.starts_at <= new.starts_at and o.ends_at >= new.ends_at
    for share;
  refusal := case
    when machine.status <> 'in-service' or exists (select from fablab.outages o where o.machine_id = machine.id
      and tstzrange(o.from_at, o.until_at) && tstzrange(new.starts_at, new.ends_at)) then 'machine_in_service'
    when opening.id is null then 'inside_an_opening'
    when extract(epoch from new.starts_at - opening.starts_at)::int % (machine.slot_minutes * 60) <> 0
      or minutes % machine.slot_minutes <> 0 then 'whole_slots'
    when new.starts_at > new.booked_at + make_interval(hours => 24 * rules.days_ahead) then 'not_too_far_ahead'
    when (new.kind = 'group') <> (maker.kind = 'group') then 'groups_come_as_groups'
    when new.kind = 'make' and not fablab.is_authorised(maker.id, machine.id, new.starts_at) then 'authorised_for_the_machine'
    when age < machine.min_age then 'old_enough'
    when opening.supervisor_id is null and (new.kind <> 'make' or machine.supervision = 'always'
      or age < rules.supervised_under or (machine.supervision = 'young' and age < 18)) then 'somebody_supervises'
  end;
  if refusal is null and new.kind <> 'group' then
    select coalesce(sum(extract(epoch from b.ends_at - b.starts_at)::int / 60) filter (
        where (b.starts_at at time zone zone)::date = local::date), 0),
      coalesce(sum(extract(epoch from b.ends_at - b.starts_at)::int / 60) filter (
        where date_trunc('week', b.starts_at at time zone zone) = date_trunc('week', local)), 0),
      count(*) filter (where b.ends_at > new.booked_at)
    into day_used, week_used, ahead
    from fablab.bookings b join fablab.machines m on m.id = b.machine_id and m.kind = machine.kind
    where b.maker_id = maker.id and b.id <> new.id
      and (b.status = 'booked' or (new.status = 'waiting' and b.status = 'waiting'));
    refusal := case
      when day_used + minutes > machine.day_minutes then 'minutes_a_day'
      when week_used + minutes > machine.week_minutes then 'minutes_a_week'
      when ahead >= case new.kind when 'induction' then 1 else rules.bookings_ahead end then 'bookings_ahead'
      when (select count(*) >= rules.absences_allowed
          and max(b.starts_at) > new.booked_at - make_interval(hours => 24 * rules.pause_days)
        from fablab.bookings b where b.maker_id = maker.id and b.came = 'absent' and b.status = 'booked'
          and b.starts_at > new.booked_at - make_interval(hours => 24 * rules.absence_days)) then 'a_pause_after_absences'
    end;
  end if;
  if refusal is not null then
    raise check_violation using constraint = refusal, message = format('this booking is refused: %s', refusal);
  end if;
  return new;
end $$;
create trigger guards before insert or update on fablab.bookings for each row execute function fablab.guard_booking();

-- A booking holds its machine, and closes the rooms that hear it.
create function fablab.occupy_by_booking() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  if tg_op <> 'INSERT' then
    delete from network.occupations where by_kind in ('booking', 'noise') and by_id = old.id;
  end if;
  if tg_op <> 'DELETE' and new.status = 'booked' then
    insert into network.occupations (centre_id, resource, resource_id, by_kind, by_id, outing, place_id, during, in_space_id, label)
      select m.centre_id, 'machine', m.id, 'booking', new.id, -10000000000 - new.id, m.place_id, tstzrange(new.starts_at, new.ends_at), m.space_id, m.name
      from fablab.machines m where m.id = new.machine_id;
    insert into network.occupations (centre_id, resource, resource_id, by_kind, by_id, outing, place_id, during, label)
      select m.centre_id, 'space', heard.space_id, 'noise', new.id, -20000000000, m.place_id, tstzrange(new.starts_at, new.ends_at), m.name
      from fablab.interlocks heard join fablab.machines m on m.id = heard.machine_id where heard.machine_id = new.machine_id
      order by heard.space_id;
  end if;
  return null;
end $$;
create trigger occupies after insert or delete or update of machine_id, starts_at, ends_at, status on fablab.bookings
  for each row execute function fablab.occupy_by_booking();

-- A room booked for a session takes its machines, and gives them back with the room.
create function fablab.room_takes_its_machines() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  insert into network.occupations (centre_id, resource, resource_id, by_kind, by_id, outing, place_id, during, in_space_id, label)
    select new.centre_id, 'machine', m.id, new.by_kind, new.by_id, new.outing, new.place_id, new.during, m.space_id, m.name
    from fablab.machines m where m.space_id = new.resource_id and m.status = 'in-service' and m.goes_with_the_room order by m.id;
  return null;
end $$;
create trigger takes_its_machines after insert on network.occupations
  for each row when (new.resource = 'space' and new.by_kind in ('session', 'clinic')) execute function fablab.room_takes_its_machines();

-- A machine that comes, goes or changes rooms is taken by what is planned where it now stands.
create function fablab.machine_moved() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  delete from network.occupations where resource = 'machine' and resource_id = new.id and by_kind in ('session', 'clinic');
  if new.status = 'in-service' and new.goes_with_the_room then
    insert into network.occupations (centre_id, resource, resource_id, by_kind, by_id, outing, place_id, during, in_space_id, label)
      select o.centre_id, 'machine', new.id, o.by_kind, o.by_id, o.outing, o.place_id, o.during, new.space_id, new.name
      from network.occupations o where o.resource = 'space' and o.resource_id = new.space_id and o.by_kind in ('session', 'clinic');
  end if;
  return null;
end $$;
create trigger moves after insert or update of space_id, status, goes_with_the_room on fablab.machines
  for each row execute function fablab.machine_moved();

-- Whoever supervises an opening cannot host a session elsewhere.
create function fablab.occupy_by_opening() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  if tg_op <> 'INSERT' then
    delete from network.occupations where by_kind = 'opening' and by_id = old.id;
  end if;
  if tg_op <> 'DELETE' and new.supervisor_id is not null then
    insert into network.occupations (centre_id, resource, resource_id, by_kind, by_id, outing, place_id, during, label)
      select new.centre_id, 'host', new.supervisor_id, 'opening', new.id, -30000000000 - new.id, new.place_id,
        tstzrange(new.starts_at, new.ends_at), s.name from network.spaces s where s.id = new.space_id;
  end if;
  return null;
end $$;
create trigger occupies after insert or delete or update of supervisor_id, starts_at, ends_at, place_id on fablab.openings
  for each row execute function fablab.occupy_by_opening();

-- Nobody is left with a booking in a closed lab, without the supervisor it needs, or on a machine out of service: whoever
-- changes the hours moves or cancels those bookings first, and tells people.
create function fablab.leave_nobody_outside() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  if exists (
    select from fablab.bookings b
    join fablab.machines m on m.id = b.machine_id and m.space_id = old.space_id
    join fablab.makers k on k.id = b.maker_id
    where b.status = 'booked' and b.came is null and tstzrange(b.starts_at, b.ends_at) && tstzrange(old.starts_at, old.ends_at)
      and not exists (select from fablab.openings o where o.space_id = m.space_id and o.kind = 'bookable'
        and o.starts_at <= b.starts_at and o.ends_at >= b.ends_at
        and (o.supervisor_id is not null or (b.kind = 'make' and m.supervision <> 'always' and k.birth_year is null)))
  ) then
    raise check_violation using constraint = 'nobody_is_left_outside', message = 'bookings are left without an opening';
  end if;
  return null;
end $$;
create constraint trigger leaves_nobody_outside after update or delete on fablab.openings
  for each row execute function fablab.leave_nobody_outside();

create function fablab.guard_outage() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  perform from fablab.machines where id = new.machine_id for update;
  if exists (select from fablab.bookings b where b.machine_id = new.machine_id and b.status = 'booked' and b.came is null
    and tstzrange(b.starts_at, b.ends_at) && tstzrange(new.from_at, new.until_at)) then
    raise check_violation using constraint = 'nobody_is_left_outside', message = 'bookings are left on a machine out of service';
  end if;
  return new;
end $$;
create trigger guards before insert or update of from_at, until_at on fablab.outages
  for each row execute function fablab.guard_outage();

-- From a link to its centre, and nothing more: all else is then asked inside that centre's scope.
create function fablab.centre_of_maker(token_hash bytea) returns int
language sql stable security definer set search_path = pg_catalog as $$
  select centre_id from fablab.makers m where m.token_hash = centre_of_maker.token_hash
$$;
revoke execute on function fablab.centre_of_maker(bytea) from public;
grant execute on function fablab.centre_of_maker(bytea) to maillage_app;
create function fablab.centre_of_booking(token_hash bytea) returns int
language sql stable security definer set search_path = pg_catalog as $$
  select centre_id from fablab.bookings b where b.token_hash = centre_of_booking.token_hash
$$;
revoke execute on function fablab.centre_of_booking(bytea) from public;
grant execute on function fablab.centre_of_booking(bytea) to maillage_app;

-- When machines are held, for whoever wants a free hour: never by whom.
create function fablab.held(machines int[], from_at timestamptz, until_at timestamptz)
returns table (machine_id int, starts_at timestamptz, ends_at timestamptz, by_kind text)
language sql stable security definer set search_path = pg_catalog as $$
  select o.resource_id, lower(o.during), upper(o.during), o.by_kind from network.occupations o
  where o.resource = 'machine' and o.resource_id = any(machines) and o.during && tstzrange(from_at, until_at)
  union all
  -- A talk in the room that would hear it.
  select heard.machine_id, lower(o.during), upper(o.during), 'quiet' from fablab.interlocks heard
  join network.occupations o on o.resource = 'space' and o.resource_id = heard.space_id and o.by_kind <> 'noise'
  where heard.machine_id = any(machines) and o.during && tstzrange(from_at, until_at)
$$;
revoke execute on function fablab.held(int[], timestamptz, timestamptz) from public;
grant execute on function fablab.held(int[], timestamptz, timestamptz) to maillage_app;
