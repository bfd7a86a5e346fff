create schema network;
grant usage on schema network to maillage_app;

create table network.centres (
  id int generated always as identity primary key,
  slug text not null unique check (slug ~ '^[a-z0-9-]{2,40}$'),
  name text not null,
  time_zone text not null,
  phone text not null
);
comment on table network.centres is 'Centres of the network. Public.';
call scope.guard('network.centres', 'select, insert, update');
create policy everybody on network.centres for select to maillage_app using (true);
create policy terminal on network.centres to maillage_app using ((select scope.role()) = 'system') with check ((select scope.role()) = 'system');
alter table access.members add foreign key (centre_id) references network.centres;
alter table access.api_keys add foreign key (centre_id) references network.centres;

create table network.places (
  id int generated always as identity primary key,
  centre_id int references network.centres,
  external_id text not null unique,
  kind text not null check (kind in ('site', 'partner', 'stop', 'listed')),
  name text not null,
  address text not null,
  city text not null,
  postal_code text not null check (postal_code ~ '^\d{5}$'),
  insee_code text,
  latitude double precision check (latitude between -90 and 90),
  longitude double precision check (longitude between -180 and 180),
  -- A point of the unit sphere: the straight line between two of them grows with the distance on the ground.
  position cube generated always as (case when latitude is not null and longitude is not null then cube(array[
    cos(radians(latitude)) * cos(radians(longitude)), cos(radians(latitude)) * sin(radians(longitude)), sin(radians(latitude))
  ]) end) stored,
  time_zone text not null,
  step_free boolean,
  how_to_come jsonb not null default '{}',
  opening_hours text,
  phone text,
  search_key text not null,
  standard jsonb not null default '{}',
  updated_on date,
  check ((latitude is null) = (longitude is null)),
  check (kind = 'listed' or centre_id is not null)
);
-- Sessions are never held in a place that is only listed: the search does not wade through them.
create index places_nearest on network.places using gist (position) where kind <> 'listed';
create index on network.places (insee_code);
create index places_by_name on network.places using gin (search_key gin_trgm_ops);
comment on table network.places is 'Places where things happen, and places of the national list. Public. No person.';
call scope.guard('network.places', 'select, insert, update');
create policy everybody on network.places for select to maillage_app using (true);
create policy terminal on network.places to maillage_app using ((select scope.role()) = 'system') with check ((select scope.role()) = 'system');
create policy coordinator on network.places for update to maillage_app
  using ((select scope.role()) = 'coordinator' and centre_id = (select scope.centre()))
  with check ((select scope.role()) = 'coordinator' and centre_id = (select scope.centre()));

create table network.spaces (
  id int generated always as identity primary key,
  centre_id int not null references network.centres,
  place_id int not null references network.places,
  name text not null,
  kind text not null,
  square_metres int,
  capacity int not null check (capacity > 0),
  unique (place_id, name)
);
comment on table network.spaces is 'Rooms of a place. Public.';
call scope.guard('network.spaces', 'select, insert, update');
create policy everybody on network.spaces for select to maillage_app using (true);
create policy centre on network.spaces to maillage_app
  using (centre_id = (select scope.centre()) and (select scope.role()) in ('coordinator', 'system'))
  with check (centre_id = (select scope.centre()) and (select scope.role()) in ('coordinator', 'system'));

create table network.stops (
  id int generated always as identity primary key,
  centre_id int not null references network.centres,
  place_id int not null references network.places,
  starts_at timestamptz not null,
  ends_at timestamptz not null check (ends_at > starts_at),
  how_to_find jsonb not null default '{}',
  unique (place_id, starts_at)
);
create index on network.stops (ends_at);
comment on table network.stops is 'When the nomadic team stops where. Public.';
call scope.guard('network.stops', 'select, insert, update, delete');
create policy everybody on network.stops for select to maillage_app using (true);
create policy centre on network.stops to maillage_app
  using (centre_id = (select scope.centre()) and (select scope.role()) in ('coordinator', 'system'))
  with check (centre_id = (select scope.centre()) and (select scope.role()) in ('coordinator', 'system'));
