create schema access;
grant usage on schema access to maillage_app;

create table access.members (
  id int generated always as identity primary key,
  centre_id int,
  slug text not null unique,
  name text not null check (length(name) between 1 and 80),
  role text not null check (role in ('receptionist', 'facilitator', 'coordinator', 'network-manager')),
  languages text[] not null default '{fr}',
  language text not null default 'fr' check (language in ('fr', 'en', 'ar')),
  contact_key bytea not null unique,
  phone_sealed bytea,
  email_sealed bytea,
  active boolean not null default true,
  created_at timestamptz not null,
  check ((role = 'network-manager') = (centre_id is null)),
  check (phone_sealed is not null or email_sealed is not null),
  unique nulls not distinct (centre_id, id)
);
comment on table access.members is 'Staff and volunteers: name, role, how to send them a code. Kept while they are of the team.';
call scope.guard('access.members', 'select, insert, update');
create policy gate on access.members to maillage_app
  using ((select scope.role()) = 'gate') with check (false);
create policy colleagues on access.members for select to maillage_app
  using (centre_id = (select scope.centre())
    and (select scope.role()) in ('receptionist', 'facilitator', 'coordinator', 'system'));
create policy network_manager on access.members for select to maillage_app
  using ((select scope.role()) = 'network-manager');
create policy invite on access.members for insert to maillage_app
  with check ((select scope.role()) = 'system'
    or ((select scope.role()) = 'coordinator' and centre_id = (select scope.centre())));

-- First names of those who welcome are public on a session page; nothing else about a member is.
create view access.welcoming_names with (security_barrier) as select id, centre_id, name, languages from access.members where active;
grant select on access.welcoming_names to maillage_app;

create table access.sign_in_codes (
  id int generated always as identity primary key,
  member_id int not null references access.members,
  code_hash bytea not null,
  code_sealed bytea not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  tries int not null default 0 check (tries between 0 and 5),
  used_at timestamptz
);
create index on access.sign_in_codes (member_id);
comment on table access.sign_in_codes is 'One-time codes, ten minutes, five tries. Purged after a day.';
call scope.guard('access.sign_in_codes', 'select, insert, update, delete');
create policy gate on access.sign_in_codes to maillage_app using ((select scope.role()) = 'gate') with check ((select scope.role()) = 'gate');

create table access.sign_ins (
  token_hash bytea primary key,
  member_id int not null references access.members,
  created_at timestamptz not null,
  seen_at timestamptz not null,
  expires_at timestamptz not null
);
create index on access.sign_ins (member_id);
comment on table access.sign_ins is 'Who is signed in; only a hash of the cookie. Idle 2 hours, at most 12. Purged at expiry.';
call scope.guard('access.sign_ins', 'select, insert, update, delete');
create policy gate on access.sign_ins to maillage_app using ((select scope.role()) = 'gate') with check ((select scope.role()) = 'gate');

create table access.api_keys (
  id int generated always as identity primary key,
  centre_id int not null,
  scope text not null check (scope in ('plan')),
  key_hash bytea not null unique,
  created_at timestamptz not null,
  revoked_at timestamptz
);
comment on table access.api_keys is 'Keys given to partners'' tools; only a hash of the key.';
call scope.guard('access.api_keys', 'select, insert, update');
create policy gate on access.api_keys for select to maillage_app using ((select scope.role()) = 'gate');
create policy made_at_the_terminal on access.api_keys for insert to maillage_app
  with check ((select scope.role()) = 'system' and centre_id = (select scope.centre()));

create table access.audit (
  id bigint generated always as identity primary key,
  at timestamptz not null,
  centre_id int,
  member_id int,
  role text not null,
  action text not null,
  subject text not null
);
create index on access.audit (centre_id, at);
comment on table access.audit is 'Who did what, by number, never by name. Written once, never changed. Kept 12 months.';
call scope.guard('access.audit', 'select, insert');
create policy write on access.audit for insert to maillage_app
  with check (centre_id is not distinct from (select scope.centre()) or (select scope.role()) = 'gate');
create policy read on access.audit for select to maillage_app
  using ((select scope.role()) = 'coordinator' and centre_id = (select scope.centre()));

-- The trail is written by the app and ended by the owner: what is older than a year goes, what is younger cannot.
create function access.end_of_trail(before timestamptz) returns int
language sql security definer set search_path = pg_catalog as $$
  with ended as (delete from access.audit where at < least(before, now() - interval '11 months') returning 1)
  select count(*)::int from ended
$$;
revoke execute on function access.end_of_trail(timestamptz) from public;
grant execute on function access.end_of_trail(timestamptz) to maillage_app;
