create schema discovery;
grant usage on schema discovery to maillage_app;

create table discovery.departements (
  code text primary key,
  name text not null,
  latitude double precision not null,
  longitude double precision not null,
  time_zone text not null
);
comment on table discovery.departements is 'Départements of France and a point inside each. Public.';
call scope.guard('discovery.departements', 'select, insert, update');
create policy everybody on discovery.departements for select to maillage_app using (true);
create policy terminal on discovery.departements to maillage_app using ((select scope.role()) = 'system') with check ((select scope.role()) = 'system');

create table discovery.communes (
  code text primary key,
  name text not null,
  search_key text not null,
  departement text not null references discovery.departements,
  postal_codes text[] not null default '{}',
  population int not null default 0,
  latitude double precision,
  longitude double precision,
  check ((latitude is null) = (longitude is null))
);
create index on discovery.communes (search_key text_pattern_ops);
create index communes_by_sound on discovery.communes using gin (search_key gin_trgm_ops);
create index on discovery.communes using gin (postal_codes);
comment on table discovery.communes is 'Communes of France: official names, codes, population; coordinates once imported. Public.';
call scope.guard('discovery.communes', 'select, insert, update');
create policy everybody on discovery.communes for select to maillage_app using (true);
create policy terminal on discovery.communes to maillage_app using ((select scope.role()) = 'system') with check ((select scope.role()) = 'system');
