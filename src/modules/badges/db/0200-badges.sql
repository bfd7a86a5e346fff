create schema badges;
grant usage on schema badges to maillage_app;

create table badges.keys (
  id int generated always as identity primary key,
  kind text not null check (kind in ('ed25519', 'rs256')),
  -- Public half: a multikey (« z6Mk… ») or a JWK.
  published text not null unique check (length(published) between 40 and 2000),
  from_at timestamptz not null,
  -- Badges signed before this moment stay good; nothing is signed after it.
  retired_at timestamptz check (retired_at >= from_at)
);
create unique index one_key_in_use_per_kind on badges.keys (kind) where retired_at is null;
comment on table badges.keys is 'Public keys badges are signed with, those of yesterday included: published. About nobody. Kept for ever, so that old badges can be verified.';
call scope.guard('badges.keys', 'select, insert');
grant update (retired_at) on badges.keys to maillage_app;
create policy everybody on badges.keys for select to maillage_app using (true);
create policy sign on badges.keys for insert to maillage_app
  with check ((select scope.role()) in ('receptionist', 'facilitator', 'coordinator', 'partner', 'system'));
create policy retire on badges.keys for update to maillage_app
  using ((select scope.role()) = 'system') with check ((select scope.role()) = 'system');

create table badges.private_keys (
  key_id int primary key references badges.keys,
  sealed bytea not null
);
comment on table badges.private_keys is 'Private halves, sealed with the secret of the installation. Read by whoever signs: the team and the system. Erased when the key is retired.';
call scope.guard('badges.private_keys', 'select, insert, delete');
create policy sign on badges.private_keys for select to maillage_app
  using ((select scope.role()) in ('receptionist', 'facilitator', 'coordinator', 'partner', 'system'));
create policy make on badges.private_keys for insert to maillage_app
  with check ((select scope.role()) in ('receptionist', 'facilitator', 'coordinator', 'partner', 'system'));
create policy retire on badges.private_keys for delete to maillage_app using ((select scope.role()) = 'system');

-- One bit per badge, published: 131 072 of them to a list, so that asking for a list says nothing of a person.
create table badges.status_entries (
  list int not null check (list between 1 and 9999),
  index int not null check (index between 0 and 131071),
  revoked boolean not null default false,
  primary key (list, index)
);
create index revoked_of_a_list on badges.status_entries (list, index) where revoked;
comment on table badges.status_entries is 'Which bits of the published lists are taken, and which are set. About nobody: they outlive the badge they were for, and are never given again.';
call scope.guard('badges.status_entries', 'select');
create policy everybody on badges.status_entries for select to maillage_app using (true);

create table badges.credentials (
  id uuid primary key,
  centre_id int not null references network.centres,
  achievement text not null check (achievement ~ '^[a-z0-9-]{2,60}$'),
  -- How it was earned.
  evidence text not null check (evidence in ('observed', 'path', 'hours', 'induction')),
  -- Whom it is for: a number that means nothing outside this table.
  subject uuid not null,
  token_hash bytea not null unique,
  token_sealed bytea not null,
  issued_at timestamptz not null,
  valid_until timestamptz check (valid_until > issued_at),
  status_list int not null,
  status_index int not null,
  revoked_at timestamptz,
  revoked_reason text check (revoked_reason in ('mistake', 'someone-else', 'not-seen', 'asked')),
  -- As it was signed, to the letter: the document with its proof, and its twin as a VC-JWT.
  document text not null check (length(document) < 20000),
  jwt text not null check (length(jwt) < 20000),
  unique (status_list, status_index),
  constraint a_revocation_has_a_reason check ((revoked_at is null) = (revoked_reason is null))
);
create unique index once_per_subject_and_achievement on badges.credentials (subject, achievement) where revoked_at is null;
create index credentials_of_a_centre on badges.credentials (centre_id, issued_at desc);
comment on table badges.credentials is 'Badges given: what, when, how it was earned; the link of its holder (sealed); no name, no contact. Basis: they asked for it. Seen by whoever holds the link or the badge, and by facilitators and coordinators of that centre. Erased when the holder says, and 10 years after it was given.';
call scope.guard('badges.credentials', 'select, insert');
-- What was signed never changes: a badge is revoked, or given back.
grant update (revoked_at, revoked_reason) on badges.credentials to maillage_app;
create policy centre on badges.credentials for select to maillage_app
  using (centre_id = (select scope.centre()) and (select scope.role()) in ('facilitator', 'coordinator', 'system'));
-- A member takes the badge of her own hours; what was seen and done is said by who runs sessions.
create policy give on badges.credentials for insert to maillage_app
  with check (centre_id = (select scope.centre()) and revoked_at is null and (
    (select scope.role()) in ('facilitator', 'coordinator', 'system')
    or ((select scope.role()) in ('receptionist', 'partner') and evidence = 'hours')));
create policy revoke on badges.credentials for update to maillage_app
  using (centre_id = (select scope.centre()) and (select scope.role()) in ('facilitator', 'coordinator', 'system'))
  with check (centre_id = (select scope.centre()) and (select scope.role()) in ('facilitator', 'coordinator', 'system'));

-- A badge takes its bit as it is given, and sets it when it is revoked: one truth, written in one place.
create function badges.follow_status() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  if tg_op = 'INSERT' then
    insert into badges.status_entries (list, index) values (new.status_list, new.status_index);
  else
    update badges.status_entries set revoked = new.revoked_at is not null
      where list = new.status_list and index = new.status_index;
  end if;
  return null;
end $$;
create trigger follows_status after insert or update of revoked_at on badges.credentials
  for each row execute function badges.follow_status();

-- By the link of its holder.
create function badges.held(token_hash bytea) returns setof badges.credentials
language sql stable security definer set search_path = pg_catalog as $$
  select * from badges.credentials c where c.token_hash = held.token_hash
$$;
-- By its own number, which only who holds the badge knows.
create function badges.shown(id uuid) returns table (document text, revoked_at timestamptz)
language sql stable security definer set search_path = pg_catalog as $$
  select c.document, c.revoked_at from badges.credentials c where c.id = shown.id
$$;
-- By the keyed number of its subject, which only the installation can make.
create function badges.given_to(subject uuid, achievement text) returns table (id uuid, token_sealed bytea)
language sql stable security definer set search_path = pg_catalog as $$
  select c.id, c.token_sealed from badges.credentials c
  where c.subject = given_to.subject and c.achievement = given_to.achievement and c.revoked_at is null
$$;
create function badges.erase(token_hash bytea) returns int
language sql security definer set search_path = pg_catalog as $$
  with erased as (delete from badges.credentials c where c.token_hash = erase.token_hash returning 1)
  select count(*)::int from erased
$$;
create function badges.forget(given_before timestamptz) returns int
language sql security definer set search_path = pg_catalog as $$
  with erased as (delete from badges.credentials where issued_at < least(given_before, now() - interval '9 years') returning 1)
  select count(*)::int from erased
$$;
revoke execute on function badges.held(bytea), badges.shown(uuid), badges.given_to(uuid, text), badges.erase(bytea),
  badges.forget(timestamptz), badges.follow_status() from public;
grant execute on function badges.held(bytea), badges.shown(uuid), badges.given_to(uuid, text), badges.erase(bytea),
  badges.forget(timestamptz) to maillage_app;
