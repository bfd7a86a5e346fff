-- Activities: the network's ready-made ones, and those a centre writes for itself.
alter table programme.activities add column centre_id int references network.centres;
alter table programme.activities add column status text not null default 'ready' check (status in ('draft', 'ready', 'retired'));
alter table programme.activities add column hosts int not null default 1 check (hosts between 0 and 6);
alter table programme.activities add column host_skills text[] not null default '{}';
alter table programme.activities add column skills text[] not null default '{}';
alter table programme.activities add column languages text[] not null default '{fr}';
-- Kinds of kits, as in network.kits.
alter table programme.activities add column equipment text[] not null default '{}';
alter table programme.activities add column preparation_minutes int not null default 15 check (preparation_minutes between 0 and 240);
alter table programme.activities add column tidy_minutes int not null default 10 check (tidy_minutes between 0 and 240);
alter table programme.activities add column revision int not null default 0;
alter table programme.activities add column copied_from int references programme.activities;
alter table programme.activities add column imported_key text;
create unique index activity_once_per_import on programme.activities (centre_id, imported_key);
comment on column programme.activities.centre_id is 'Null: of the network, for every centre.';
create policy own on programme.activities to maillage_app
  using ((select scope.role()) = 'coordinator' and centre_id = (select scope.centre()))
  with check ((select scope.role()) = 'coordinator' and centre_id = (select scope.centre()));
create policy network_manager on programme.activities to maillage_app
  using ((select scope.role()) = 'network-manager' and centre_id is null)
  with check ((select scope.role()) = 'network-manager' and centre_id is null);

create table programme.series (
  id int generated always as identity primary key,
  centre_id int not null references network.centres,
  activity_id int not null references programme.activities,
  place_id int not null references network.places,
  space_id int references network.spaces,
  -- RFC 5545, section 3.3.10, without DTSTART: those are the two columns below, in the place's zone.
  rule text not null check (rule ~ '^FREQ='),
  starts_on date not null,
  starts_at time not null,
  minutes int not null check (minutes between 15 and 600),
  skips text[] not null default '{}' check (skips <@ array['public-holidays', 'school-holidays']),
  created_by int references access.members,
  created_at timestamptz not null,
  unique (centre_id, id)
);
comment on table programme.series is 'The rule a series of sessions was made by. Public. No person.';
call scope.guard('programme.series', 'select, insert, update, delete');
create policy everybody on programme.series for select to maillage_app using (true);
create policy centre on programme.series to maillage_app
  using (centre_id = (select scope.centre()) and (select scope.role()) in ('coordinator', 'system'))
  with check (centre_id = (select scope.centre()) and (select scope.role()) in ('coordinator', 'system'));

alter table programme.sessions add column series_id int;
-- The day the rule gave, which the session keeps when it is moved: RECURRENCE-ID.
alter table programme.sessions add column series_on date;
alter table programme.sessions add foreign key (centre_id, series_id) references programme.series (centre_id, id);
alter table programme.sessions add constraint once_per_day_of_a_series unique (series_id, series_on);
-- The first date of a course, which holds its seats; null on that first date, and on a session of its own.
alter table programme.sessions add column lead_id int references programme.sessions;
create index dates_of_a_course on programme.sessions (lead_id) where lead_id is not null;
alter table programme.sessions add constraint a_lead_leads_others check (lead_id <> id);
alter table programme.sessions add column stop_id int;
alter table programme.sessions add foreign key (centre_id, stop_id) references network.stops (centre_id, id);
alter table programme.sessions add column hosts_needed int not null default 1 check (hosts_needed between 0 and 6);
alter table programme.sessions add column skills_needed text[] not null default '{}';
alter table programme.sessions add column preparation_minutes int not null default 0 check (preparation_minutes between 0 and 240);
alter table programme.sessions add column tidy_minutes int not null default 0 check (tidy_minutes between 0 and 240);
alter table programme.sessions add column imported_key text;
alter table programme.sessions add constraint session_once_per_import unique (centre_id, imported_key);
alter table programme.sessions add column changed_at timestamptz not null default now();
comment on column programme.sessions.lead_id is 'Seats, waiting list and offers of a course live on its first date.';

-- A draft may be thrown away; what was published is cancelled, never deleted.
grant delete on programme.sessions to maillage_app;
create policy throw_away on programme.sessions for delete to maillage_app
  using (status = 'draft' and centre_id = (select scope.centre()) and (select scope.role()) in ('coordinator', 'system'));
alter table programme.session_hosts drop constraint session_hosts_session_id_fkey;
alter table programme.session_hosts drop constraint session_hosts_centre_id_session_id_fkey;
alter table programme.session_hosts add foreign key (centre_id, session_id) references programme.sessions (centre_id, id) on delete cascade;

create table programme.session_kits (
  session_id int not null,
  kit_id int not null,
  centre_id int not null,
  primary key (session_id, kit_id),
  foreign key (centre_id, session_id) references programme.sessions (centre_id, id) on delete cascade,
  foreign key (centre_id, kit_id) references network.kits (centre_id, id)
);
create index on programme.session_kits (kit_id);
comment on table programme.session_kits is 'Which kit serves which session. No person. Seen by the centre.';
call scope.guard('programme.session_kits', 'select, insert, delete');
create policy read on programme.session_kits for select to maillage_app using (centre_id = (select scope.centre()));
create policy centre on programme.session_kits to maillage_app
  using (centre_id = (select scope.centre()) and (select scope.role()) in ('coordinator', 'system'))
  with check (centre_id = (select scope.centre()) and (select scope.role()) in ('coordinator', 'system'));

-- One conflict model for spaces, hosts and kits, drafts included: it takes over from the constraint on sessions.
alter table programme.sessions drop constraint one_session_per_space;

create function programme.occupy_by_session(session int) returns void language plpgsql security definer set search_path = pg_catalog as $$
begin
  delete from network.occupations where by_kind = 'session' and by_id = session;
  insert into network.occupations (centre_id, resource, resource_id, by_kind, by_id, outing, place_id, during)
  select s.centre_id, held.resource, held.id, 'session', s.id, coalesce(s.stop_id, -s.id), s.place_id,
    tstzrange(s.starts_at - make_interval(mins => s.preparation_minutes), s.ends_at + make_interval(mins => s.tidy_minutes))
  from programme.sessions s cross join lateral (
    select 'space' as resource, s.space_id as id where s.space_id is not null
    union select 'host', member_id from programme.session_hosts where session_id = s.id
    union select 'kit', kit_id from programme.session_kits where session_id = s.id
  ) held
  where s.id = session and s.status <> 'cancelled'
  order by held.resource, held.id;
end $$;
revoke execute on function programme.occupy_by_session(int) from public;

create function programme.session_changed() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  perform programme.occupy_by_session(new.id);
  return null;
end $$;
create trigger occupies
  after insert or update of starts_at, ends_at, place_id, space_id, stop_id, status, preparation_minutes, tidy_minutes
  on programme.sessions for each row execute function programme.session_changed();

create function programme.session_resource_changed() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  perform programme.occupy_by_session(case when tg_op = 'DELETE' then old.session_id else new.session_id end);
  return null;
end $$;
create trigger occupies after insert or delete on programme.session_hosts
  for each row execute function programme.session_resource_changed();
create trigger occupies after insert or delete on programme.session_kits
  for each row execute function programme.session_resource_changed();

create function programme.session_gone() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  delete from network.occupations where by_kind = 'session' and by_id = old.id;
  return null;
end $$;
create trigger leaves after delete on programme.sessions for each row execute function programme.session_gone();

select programme.occupy_by_session(id) from programme.sessions where status <> 'cancelled';

-- What a session holds is now said by more than its row.
create or replace view programme.listed_sessions with (security_invoker) as
  select s.id, s.code, s.centre_id, s.activity_id, s.place_id, s.space_id, s.course_key, s.course_index, s.course_length,
    s.starts_at, s.ends_at, s.capacity, s.seats_taken, s.capacity - s.seats_taken as seats_left, s.status, s.languages,
    s.revision, s.moved_from,
    a.slug as activity_slug, a.theme, a.format, a.level, a.audience, a.needs, a.texts,
    p.name as place_name, p.address, p.city, p.postal_code, p.insee_code, p.latitude, p.longitude, p.position,
    p.time_zone, p.step_free, p.how_to_come, p.kind as place_kind,
    c.name as centre_name, c.slug as centre_slug, c.phone as centre_phone,
    s.lead_id, s.series_id, s.series_on, s.stop_id, s.hosts_needed, s.skills_needed, s.preparation_minutes, s.tidy_minutes,
    s.changed_at
  from programme.sessions s
  join programme.activities a on a.id = s.activity_id
  join network.places p on p.id = s.place_id
  join network.centres c on c.id = s.centre_id;
