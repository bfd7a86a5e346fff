-- « Tell us when you come back »: somebody, or a town hall, who wants to hear of the next stop in a town.
create table network.subscriptions (
  id int generated always as identity primary key,
  -- The centre nearest to the town: it answers questions.
  centre_id int not null references network.centres,
  insee_code text not null check (insee_code ~ '^[0-9AB]{5}$'),
  town text not null check (length(town) between 1 and 80),
  -- A resident, or the town hall on behalf of the town.
  asked_by text not null check (asked_by in ('resident', 'town')),
  language text not null check (language in ('fr', 'en', 'ar')),
  contact_key bytea not null,
  phone_sealed bytea,
  email_sealed bytea,
  token_hash bytea not null unique,
  token_sealed bytea not null,
  created_at timestamptz not null,
  constraint once_per_contact_and_town unique (contact_key, insee_code),
  constraint one_way_to_be_told check (num_nonnulls(phone_sealed, email_sealed) = 1)
);
create index subscriptions_of_a_town on network.subscriptions (insee_code);
comment on table network.subscriptions is 'Who asked to be told of the next stop in a town: contact (sealed), language, town, nothing else. Basis: consent. Read by nobody, used by the message alone. Deleted on request, or after 12 months.';
call scope.guard('network.subscriptions', 'select, insert, delete');
create policy subscribe on network.subscriptions for insert to maillage_app
  with check ((select scope.role()) = 'resident' and centre_id = (select scope.centre()));
create policy post on network.subscriptions to maillage_app
  using ((select scope.role()) = 'system') with check ((select scope.role()) = 'system');

-- Which subscription was told of which stop: once, and again only when it moves or is cancelled.
create table network.tellings (
  id int generated always as identity primary key,
  centre_id int not null references network.centres,
  subscription_id int not null references network.subscriptions on delete cascade,
  stop_id int not null,
  told_at timestamptz not null,
  constraint told_once unique (subscription_id, stop_id),
  foreign key (stop_id) references network.stops on delete cascade
);
create index on network.tellings (stop_id);
comment on table network.tellings is 'Which subscription was told of which stop. No contact. Seen by nobody, counted for the coordinator. Deleted with the subscription.';
call scope.guard('network.tellings', 'select, insert, delete');
create policy post on network.tellings to maillage_app
  using ((select scope.role()) = 'system') with check ((select scope.role()) = 'system');

-- From the link of a message to its town; and the end of it, at once and for good.
create function network.subscribed_town(hash bytea) returns text
language sql stable security definer set search_path = pg_catalog as $$
  select town from network.subscriptions where token_hash = hash
$$;
create function network.unsubscribe(hash bytea) returns text
language sql security definer set search_path = pg_catalog as $$
  delete from network.subscriptions where token_hash = hash returning town
$$;
-- How many wait for the team in each town a centre answers for: numbers, no contact.
create function network.waiting_towns() returns table (insee_code text, town text, people int)
language sql stable security definer set search_path = pg_catalog as $$
  select s.insee_code, min(s.town), count(*)::int from network.subscriptions s
  where s.centre_id = scope.centre() and scope.role() = 'coordinator' group by s.insee_code
$$;
-- How many were told of a stop of the centre, and by language: who will hear of a change.
create function network.told_of_stop(stop int) returns table (language text, people int)
language sql stable security definer set search_path = pg_catalog as $$
  select s.language, count(*)::int from network.tellings t join network.subscriptions s on s.id = t.subscription_id
  join network.stops on stops.id = t.stop_id
  where t.stop_id = stop and stops.centre_id = scope.centre() and scope.role() = 'coordinator' group by s.language
$$;
revoke execute on function network.subscribed_town(bytea), network.unsubscribe(bytea), network.waiting_towns(), network.told_of_stop(int) from public;
grant execute on function network.subscribed_town(bytea), network.unsubscribe(bytea), network.waiting_towns(), network.told_of_stop(int) to maillage_app;

create index stops_of_a_centre on network.stops (centre_id, starts_at);
