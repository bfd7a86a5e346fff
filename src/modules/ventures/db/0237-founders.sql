create schema ventures;
grant usage on schema ventures to maillage_app;

-- What founders may need: a closed list, shared with those who help them.
create function ventures.are_needs(codes text[]) returns boolean language sql immutable parallel safe
  return codes <@ array['customers', 'money', 'law', 'web', 'photos', 'confidence', 'organisation', 'premises'];

create table ventures.founders (
  id bigint generated always as identity primary key,
  centre_id int not null references network.centres,
  name text not null check (length(name) between 1 and 80),
  contact_key bytea,
  phone_sealed bytea,
  email_sealed bytea,
  language text not null check (language in ('fr', 'en', 'ar')),
  token_hash bytea not null unique,
  token_sealed bytea not null,
  -- One sentence: what is sold. Never a life story, never a way to be reached.
  idea text not null check (length(idea) between 1 and 200),
  stage text not null check (stage in ('idea', 'preparing', 'started', 'growing')),
  sector text not null check (sector in ('food', 'clothes', 'beauty', 'crafts', 'repair', 'care', 'teaching', 'digital', 'culture', 'transport', 'trade', 'other')),
  needs text[] not null default '{}' check (ventures.are_needs(needs)),
  languages text[] not null default '{fr}' check (cardinality(languages) between 1 and 10),
  weekly text[] not null default '{}' check (team.is_week(weekly)),
  -- Times that fit with a child: that, and nothing of the child.
  childcare boolean not null default false,
  wishes_woman_mentor boolean not null default false,
  status text not null default 'active' check (status in ('active', 'alumni', 'paused')),
  started_at timestamptz not null,
  last_step_at timestamptz not null,
  unique (centre_id, id),
  constraint a_contact_is_whole check ((contact_key is null) = (phone_sealed is null and email_sealed is null))
);
create unique index one_founder_per_contact on ventures.founders (centre_id, contact_key) where contact_key is not null;
create index founders_of_a_centre on ventures.founders (centre_id, last_step_at desc);
comment on table ventures.founders is 'Who starts a business: how to call them, a contact (sealed), the link (sealed), one sentence on what is sold, stage, needs, languages, free half-days. Basis: they asked. Seen by whoever holds the link, and by facilitators and coordinators of that centre. Erased when they say, and 12 months after the last step.';
call scope.guard('ventures.founders', 'select, insert, update, delete');
create policy centre on ventures.founders to maillage_app
  using (centre_id = (select scope.centre()) and (select scope.role()) in ('resident', 'facilitator', 'coordinator', 'system'))
  with check (centre_id = (select scope.centre()) and (select scope.role()) in ('resident', 'facilitator', 'coordinator', 'system'));

-- From a link to its centre, and nothing more: all else is then asked inside that centre's scope.
create function ventures.centre_of_founder(token_hash bytea) returns int
language sql stable security definer set search_path = pg_catalog as $$
  select centre_id from ventures.founders f where f.token_hash = centre_of_founder.token_hash
$$;
revoke execute on function ventures.centre_of_founder(bytea) from public;
grant execute on function ventures.centre_of_founder(bytea) to maillage_app;

-- Forgetting, for every centre at once: the owner's right, for this one gesture, and never what is recent.
create function ventures.forget(before timestamptz) returns int
language sql security definer set search_path = pg_catalog as $$
  with forgotten as (
    delete from ventures.founders where last_step_at < least(before, now() - interval '11 months') returning 1
  )
  select count(*)::int from forgotten
$$;
revoke execute on function ventures.forget(timestamptz) from public;
grant execute on function ventures.forget(timestamptz) to maillage_app;
