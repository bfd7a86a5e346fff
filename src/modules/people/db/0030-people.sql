create schema people;
grant usage on schema people to maillage_app;

create table people.residents (
  id bigint generated always as identity primary key,
  centre_id int not null references network.centres,
  name text not null check (length(name) between 1 and 80),
  name_key text not null,
  contact_key bytea,
  phone_sealed bytea,
  email_sealed bytea,
  through_helper boolean not null default false,
  language text not null check (language in ('fr', 'en', 'ar')),
  -- The member who added this person at the door.
  added_by int references access.members,
  created_at timestamptz not null,
  last_contact_at timestamptz not null,
  unique (centre_id, id),
  -- Families share a phone: one person is a first name and a contact.
  unique (centre_id, contact_key, name_key),
  check ((contact_key is null) = (phone_sealed is null and email_sealed is null))
);
create index on people.residents (last_contact_at);
comment on table people.residents is 'How a person wants to be called, a phone or an e-mail (sealed), a language. Basis: legitimate interest, to run what they joined. Seen by their centre. Made anonymous 12 months after the last contact.';
call scope.guard('people.residents', 'select, insert, update, delete');

create table people.call_backs (
  id int generated always as identity primary key,
  centre_id int not null references network.centres,
  name text not null check (length(name) between 1 and 80),
  phone_sealed bytea not null,
  contact_key bytea not null,
  language text not null check (language in ('fr', 'en', 'ar')),
  near text not null default '' check (length(near) <= 80),
  need text,
  created_at timestamptz not null,
  done_at timestamptz,
  done_by int references access.members
);
create unique index call_backs_once on people.call_backs (centre_id, contact_key) where done_at is null;
comment on table people.call_backs is 'People who asked to be called: first name, phone (sealed), town, need. Deleted 30 days after the call.';
call scope.guard('people.call_backs', 'select, insert, update, delete');
create policy ask on people.call_backs for insert to maillage_app
  with check ((select scope.role()) = 'resident' and centre_id = (select scope.centre()));
create policy desk on people.call_backs to maillage_app
  using (centre_id = (select scope.centre()) and (select scope.role()) in ('receptionist', 'coordinator', 'system'))
  with check (centre_id = (select scope.centre()) and (select scope.role()) in ('receptionist', 'coordinator', 'system'));

-- Forgetting, for every centre at once: a person not met for a year loses name and contact, and what they joined stays
-- a number in the figures. The owner's right, for this one gesture; it can never reach somebody met in the last 11 months.
create function people.forget(met_before timestamptz, called_before timestamptz) returns table (residents int, call_backs int)
language sql security definer set search_path = pg_catalog as $$
  with forgotten as (
    update people.residents set name = '·', name_key = id::text, contact_key = null, phone_sealed = null, email_sealed = null
      where last_contact_at < least(met_before, now() - interval '11 months') and (name <> '·' or contact_key is not null)
      returning 1
  ), called as (
    delete from people.call_backs where done_at < called_before or created_at < called_before - interval '60 days' returning 1
  )
  select (select count(*)::int from forgotten), (select count(*)::int from called)
$$;
revoke execute on function people.forget(timestamptz, timestamptz) from public;
grant execute on function people.forget(timestamptz, timestamptz) to maillage_app;
