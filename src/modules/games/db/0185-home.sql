create schema if not exists games;
grant usage on schema games to maillage_app;

-- Packs a centre wrote or brought in: played beside those that come with the product, by that centre.
create table games.packs (
  id int generated always as identity primary key,
  centre_id int not null references network.centres,
  -- The pack's own name, as its file says it.
  slug text not null check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(slug) <= 60),
  content jsonb not null check (pg_column_size(content) < 1000000),
  brought_by int not null references access.members,
  brought_at timestamptz not null,
  constraint one_pack_of_a_name unique (centre_id, slug)
);
comment on table games.packs is 'Packs of games a centre brought in: questions and answers, no person. Basis: mission of the centre. Read by everybody, since they are played by everybody; changed by coordinators and facilitators of that centre. Kept until they remove it.';
call scope.guard('games.packs', 'select, insert, update, delete');
create policy play on games.packs for select to maillage_app using (true);
create policy bring on games.packs to maillage_app
  using (centre_id = (select scope.centre()) and (select scope.role()) in ('coordinator', 'facilitator'))
  with check (centre_id = (select scope.centre()) and (select scope.role()) in ('coordinator', 'facilitator'));

-- Who asked for three questions, one, three and six months after having played.
create table games.boosters (
  id int generated always as identity primary key,
  -- The centre that answers whoever replies.
  centre_id int not null references network.centres,
  pack text not null check (length(pack) between 1 and 60),
  easy boolean not null,
  language text not null check (language in ('fr', 'en', 'ar')),
  contact_key bytea not null,
  phone_sealed bytea,
  email_sealed bytea,
  token_hash bytea not null unique,
  token_sealed bytea not null,
  created_at timestamptz not null,
  constraint once_per_contact_and_pack unique (contact_key, pack),
  constraint one_way_to_be_written_to check (num_nonnulls(phone_sealed, email_sealed) = 1)
);
comment on table games.boosters is 'Who said yes to three questions at 1, 3 and 6 months: contact (sealed), language, name of the game, nothing of what was answered. Basis: consent. Read by nobody, used by the message alone. Deleted on request at once, or after 7 months.';
call scope.guard('games.boosters', 'select, insert, delete');
create policy ask on games.boosters for insert to maillage_app
  with check ((select scope.role()) = 'resident' and centre_id = (select scope.centre()));
create policy post on games.boosters to maillage_app
  using ((select scope.role()) = 'system' and ((select scope.centre()) is null or centre_id = (select scope.centre())))
  with check ((select scope.role()) = 'system' and ((select scope.centre()) is null or centre_id = (select scope.centre())));

-- From the link of a message to its game; and the end of it, at once and for good.
create function games.boosted_pack(hash bytea) returns table (id int, pack text, easy boolean)
language sql stable security definer set search_path = pg_catalog as $$
  select id, pack, easy from games.boosters where token_hash = hash
$$;
create function games.stop_booster(hash bytea) returns boolean
language sql security definer set search_path = pg_catalog as $$
  with gone as (delete from games.boosters where token_hash = hash returning 1) select exists (select from gone)
$$;
