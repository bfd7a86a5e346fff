-- Who and what is where, when: one row for each space, host or kit that a session, a stop or a booking holds. Written by
-- triggers of what occupies, never by hand, so that no way to plan can forget it.
create table network.occupations (
  id bigint generated always as identity primary key,
  centre_id int not null,
  resource text not null check (resource in ('space', 'host', 'kit')),
  resource_id int not null,
  by_kind text not null check (by_kind in ('session', 'stop', 'booking')),
  by_id int not null,
  -- A stop and the sessions held during it are one outing and share its team and its kit: the stop's number. Anything
  -- else is an outing of its own: a number nobody shares, below zero.
  outing bigint not null,
  place_id int not null references network.places,
  -- Preparation and tidying up included.
  during tstzrange not null,
  constraint one_outing_at_a_time exclude using gist (resource with =, resource_id with =, outing with <>, during with &&)
    deferrable initially immediate,
  constraint one_session_at_a_time exclude using gist (resource with =, resource_id with =, during with &&)
    where (by_kind <> 'stop') deferrable initially immediate
);
create index on network.occupations (by_kind, by_id);
comment on table network.occupations is 'When a space, a host or a kit is held, and where. Members by number. Seen by the centre.';
call scope.guard('network.occupations', 'select');
create policy centre on network.occupations for select to maillage_app
  using (centre_id = (select scope.centre()) and (select scope.role()) in ('receptionist', 'facilitator', 'coordinator', 'partner', 'key', 'system'));

-- Kilometres between two places as people travel: the straight line and 30 % (see docs/decisions). Null: not known.
create function network.kilometres(a int, b int) returns double precision language sql stable parallel safe
  set search_path = public, pg_catalog as $$
  select 1.3 * 2 * 6371 * asin(least(1, cube_distance(p.position, q.position) / 2)) from network.places p, network.places q
  where p.id = a and q.id = b
$$;

-- Minutes to allow between two places: ten to leave and arrive, then 25 km/h in town and 60 km/h beyond ten kilometres;
-- half an hour where a position is unknown, four hours at most. The same rule as domain/travel.ts.
create function network.travel_minutes(a int, b int) returns int language sql stable parallel safe
  set search_path = pg_catalog as $$
  select case when a = b then 0 else least(240, coalesce(
    ceil(10 + least(network.kilometres(a, b), 10) / 25 * 60 + greatest(network.kilometres(a, b) - 10, 0) / 60 * 60), 30))::int end
$$;

-- Hosts and kits need time to travel; spaces stay where they are. The lock makes two plans for the same host take turns.
create function network.leave_time_to_travel() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  perform pg_advisory_xact_lock(hashtext('occupation of ' || new.resource), new.resource_id);
  if exists (
    select from network.occupations o
    where o.resource = new.resource and o.resource_id = new.resource_id and o.place_id <> new.place_id and o.outing <> new.outing
      and o.during && tstzrange(lower(new.during) - interval '4 hours', upper(new.during) + interval '4 hours')
      and greatest(lower(o.during) - upper(new.during), lower(new.during) - upper(o.during), interval '0')
        < make_interval(mins => network.travel_minutes(o.place_id, new.place_id))
      -- Still true now that the constraint is looked at: with a deferred check the row may have gone again.
      and exists (select from network.occupations n where n.id = new.id)
  ) then
    raise exclusion_violation using constraint = 'time_to_travel',
      message = format('%s %s has no time to travel', new.resource, new.resource_id);
  end if;
  return null;
end $$;
create constraint trigger time_to_travel after insert on network.occupations deferrable initially immediate
  for each row when (new.resource <> 'space') execute function network.leave_time_to_travel();

-- Stops: a place and a time, with a team, kits and a vehicle, alone or as one leg of a round.
create table network.rounds (
  id int generated always as identity primary key,
  centre_id int not null references network.centres,
  name text not null check (length(name) between 1 and 80),
  -- RFC 5545 without its start, and the first day; times are those of the legs, in each place's zone.
  rule text not null,
  starts_on date not null,
  ends_on date,
  -- Each leg: { place, from, to } in the order they are driven.
  legs jsonb not null check (jsonb_typeof(legs) = 'array'),
  skips text[] not null default '{}',
  vehicle_id int,
  unique (centre_id, id),
  foreign key (centre_id, vehicle_id) references network.kits (centre_id, id)
);
comment on table network.rounds is 'Rounds of the nomadic teams: the rule their stops are made by. Public. No person.';
call scope.guard('network.rounds', 'select, insert, update');
create policy everybody on network.rounds for select to maillage_app using (true);
create policy centre on network.rounds to maillage_app
  using (centre_id = (select scope.centre()) and (select scope.role()) in ('coordinator', 'system'))
  with check (centre_id = (select scope.centre()) and (select scope.role()) in ('coordinator', 'system'));

alter table network.stops add column round_id int;
alter table network.stops add column vehicle_id int;
alter table network.stops add column status text not null default 'planned' check (status in ('planned', 'cancelled'));
-- Grows each time people must be told something: moved, cancelled.
alter table network.stops add column revision int not null default 0;
-- Slugs of the activities one finds there.
alter table network.stops add column offers text[] not null default '{}';
alter table network.stops add unique (centre_id, id);
alter table network.stops add foreign key (centre_id, round_id) references network.rounds (centre_id, id);
alter table network.stops add foreign key (centre_id, vehicle_id) references network.kits (centre_id, id);

create table network.stop_hosts (
  stop_id int not null,
  member_id int not null,
  centre_id int not null,
  primary key (stop_id, member_id),
  foreign key (centre_id, stop_id) references network.stops (centre_id, id) on delete cascade,
  foreign key (centre_id, member_id) references access.members (centre_id, id)
);
comment on table network.stop_hosts is 'Which member goes to which stop. Seen by the centre.';
call scope.guard('network.stop_hosts', 'select, insert, delete');
create policy read on network.stop_hosts for select to maillage_app using (centre_id = (select scope.centre()));
create policy centre on network.stop_hosts to maillage_app
  using (centre_id = (select scope.centre()) and (select scope.role()) in ('coordinator', 'system'))
  with check (centre_id = (select scope.centre()) and (select scope.role()) in ('coordinator', 'system'));

create table network.stop_kits (
  stop_id int not null,
  kit_id int not null,
  centre_id int not null,
  primary key (stop_id, kit_id),
  foreign key (centre_id, stop_id) references network.stops (centre_id, id) on delete cascade,
  foreign key (centre_id, kit_id) references network.kits (centre_id, id)
);
comment on table network.stop_kits is 'Which kit goes to which stop. No person. Seen by the centre.';
call scope.guard('network.stop_kits', 'select, insert, delete');
create policy read on network.stop_kits for select to maillage_app using (centre_id = (select scope.centre()));
create policy centre on network.stop_kits to maillage_app
  using (centre_id = (select scope.centre()) and (select scope.role()) in ('coordinator', 'system'))
  with check (centre_id = (select scope.centre()) and (select scope.role()) in ('coordinator', 'system'));

create function network.occupy_by_stop(stop int) returns void language plpgsql security definer set search_path = pg_catalog as $$
begin
  delete from network.occupations where by_kind = 'stop' and by_id = stop;
  insert into network.occupations (centre_id, resource, resource_id, by_kind, by_id, outing, place_id, during)
  select s.centre_id, held.resource, held.id, 'stop', s.id, s.id, s.place_id, tstzrange(s.starts_at, s.ends_at)
  from network.stops s cross join lateral (
    select 'host' as resource, member_id as id from network.stop_hosts where stop_id = s.id
    union select 'kit', kit_id from network.stop_kits where stop_id = s.id
    union select 'kit', s.vehicle_id where s.vehicle_id is not null
  ) held
  where s.id = stop and s.status <> 'cancelled'
  order by held.resource, held.id;
end $$;
revoke execute on function network.occupy_by_stop(int) from public;

create function network.stop_changed() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  perform network.occupy_by_stop(new.id);
  return null;
end $$;
create trigger occupies after insert or update of starts_at, ends_at, place_id, vehicle_id, status on network.stops
  for each row execute function network.stop_changed();

create function network.stop_resource_changed() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  perform network.occupy_by_stop(case when tg_op = 'DELETE' then old.stop_id else new.stop_id end);
  return null;
end $$;
create trigger occupies after insert or delete on network.stop_hosts for each row execute function network.stop_resource_changed();
create trigger occupies after insert or delete on network.stop_kits for each row execute function network.stop_resource_changed();

create function network.stop_gone() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  delete from network.occupations where by_kind = 'stop' and by_id = old.id;
  return null;
end $$;
create trigger leaves after delete on network.stops for each row execute function network.stop_gone();
