-- Who is asking, said once at the start of each transaction and gone with it.
create extension if not exists cube;
create extension if not exists pg_trgm;
create extension if not exists unaccent;
create extension if not exists btree_gist;

create schema scope;
grant usage on schema scope to maillage_app;

create function scope.centre() returns int language sql stable parallel safe
  return nullif(current_setting('app.centre', true), '')::int;
create function scope.role() returns text language sql stable parallel safe
  return coalesce(nullif(current_setting('app.role', true), ''), 'nobody');
create function scope.member() returns int language sql stable parallel safe
  return nullif(current_setting('app.member', true), '')::int;

-- Every table goes through here: row-level security, forced on its owner too, who then needs a policy of its own to migrate.
create procedure scope.guard(guarded regclass, privileges text) language plpgsql as $$
begin
  execute format('alter table %s enable row level security', guarded);
  execute format('alter table %s force row level security', guarded);
  execute format('create policy owner on %s to maillage_owner using (true) with check (true)', guarded);
  execute format('revoke all on %s from maillage_app', guarded);
  execute format('grant %s on %s to maillage_app', privileges, guarded);
end $$;

create schema platform;
grant usage on schema platform to maillage_app;

create table platform.idempotency (
  key_hash bytea primary key,
  centre_id int,
  body_hash bytea not null,
  status int,
  answer_sealed bytea,
  created_at timestamptz not null
);
create index on platform.idempotency (created_at);
comment on table platform.idempotency is 'Answers already given to a machine, kept 7 days so that a repeated request acts once. Sealed.';
call scope.guard('platform.idempotency', 'select, insert, update, delete');
create policy same_scope on platform.idempotency to maillage_app
  using (centre_id is not distinct from (select scope.centre()) or ((select scope.role()) = 'system' and (select scope.centre()) is null))
  with check (centre_id is not distinct from (select scope.centre()));
