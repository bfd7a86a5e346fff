create schema planning;
grant usage on schema planning to maillage_app;

-- Asking somebody to host, and a host's link: one row for each session and member, whoever chose her.
create table planning.calls (
  id int generated always as identity primary key,
  centre_id int not null,
  session_id int not null,
  member_id int not null,
  -- 'expired': the session began, or was cancelled, before she answered.
  status text not null check (status in ('asked', 'yes', 'no', 'later', 'taken', 'withdrawn', 'expired')),
  -- Why she was asked: codes of team/domain/fits.ts, or 'chosen' when the coordinator chose her by hand.
  reasons text[] not null default '{}',
  rank real not null default 0,
  -- How many times she was asked: « ask me later » is asked again.
  times int not null default 1 check (times between 1 and 5),
  asked_at timestamptz not null,
  answered_at timestamptz,
  -- When the reminder of the day before was claimed; none again until the session moves.
  reminded_at timestamptz,
  -- The session's revision she knows of: a later one is a move or a cancellation she must be told.
  revision int not null default 0,
  token_hash bytea not null unique,
  token_sealed bytea not null,
  unique (centre_id, id),
  constraint asked_once unique (session_id, member_id),
  foreign key (centre_id, session_id) references programme.sessions (centre_id, id) on delete cascade,
  foreign key (centre_id, member_id) references access.members (centre_id, id),
  constraint an_answer_has_a_moment check ((status = 'asked') = (answered_at is null))
);
create index calls_of_a_member on planning.calls (member_id, asked_at);
comment on table planning.calls is 'Which member was asked to host which session, why, and what she answered. Basis: her agreement to be asked. Seen by herself and her coordinator. Deleted a year after.';
call scope.guard('planning.calls', 'select, insert, update, delete');
create policy oneself on planning.calls for select to maillage_app
  using (centre_id = (select scope.centre()) and member_id = (select scope.member()));
create policy answers on planning.calls for update to maillage_app
  using (centre_id = (select scope.centre()) and member_id = (select scope.member()))
  with check (centre_id = (select scope.centre()) and member_id = (select scope.member()));
-- Who was put on a session by hand may still withdraw.
create policy withdraws on planning.calls for insert to maillage_app
  with check (centre_id = (select scope.centre()) and member_id = (select scope.member()) and status = 'withdrawn');
create policy centre on planning.calls to maillage_app
  using (centre_id = (select scope.centre()) and (select scope.role()) in ('coordinator', 'system'))
  with check (centre_id = (select scope.centre()) and (select scope.role()) in ('coordinator', 'system'));

-- Whoever was asked takes a session by herself, and leaves it by herself; nobody else's.
create policy answers_a_call on programme.session_hosts for insert to maillage_app
  with check (centre_id = (select scope.centre()) and member_id = (select scope.member())
    and exists (select from planning.calls c where c.session_id = session_hosts.session_id and c.member_id = session_hosts.member_id
      and c.status in ('asked', 'later', 'no', 'yes', 'withdrawn')));
create policy withdraws on programme.session_hosts for delete to maillage_app
  using (centre_id = (select scope.centre()) and member_id = (select scope.member()));

-- From a link to who holds it, and nothing more: all else is then asked as her. Nobody, once she has left the team.
create function planning.holder_of_token(token_hash bytea) returns table (call int, centre int, member int, role text, name text)
language sql stable security definer set search_path = pg_catalog as $$
  select c.id, c.centre_id, m.id, m.role, m.name from planning.calls c join access.members m on m.id = c.member_id
  where c.token_hash = holder_of_token.token_hash and m.active
$$;
revoke execute on function planning.holder_of_token(bytea) from public;
grant execute on function planning.holder_of_token(bytea) to maillage_app;

-- Skills a session asks for that none of its hosts has: whoever answers a call is told, without seeing anybody's profile.
create function planning.skills_missing(session int) returns text[]
language sql stable security definer set search_path = pg_catalog as $$
  select coalesce(array_agg(skill order by skill), '{}') from programme.sessions s, unnest(s.skills_needed) skill
  where s.id = session and s.centre_id = scope.centre() and not exists (
    select from programme.session_hosts h join team.profiles p on p.member_id = h.member_id
    where h.session_id = s.id and skill = any(p.skills))
$$;
revoke execute on function planning.skills_missing(int) from public;
grant execute on function planning.skills_missing(int) to maillage_app;

create function planning.forget_calls(before timestamptz) returns int
language sql security definer set search_path = pg_catalog as $$
  with gone as (delete from planning.calls c using programme.sessions s
    where s.id = c.session_id and s.ends_at < least(before, now() - interval '11 months') returning 1)
  select count(*)::int from gone
$$;
revoke execute on function planning.forget_calls(timestamptz) from public;
grant execute on function planning.forget_calls(timestamptz) to maillage_app;
