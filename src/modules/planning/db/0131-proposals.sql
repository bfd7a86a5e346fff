-- What a partner would like: a session or a stop; the centre answers.
create table planning.proposals (
  id int generated always as identity primary key,
  centre_id int not null,
  organisation_id int not null,
  proposed_by int not null references access.members,
  kind text not null check (kind in ('session', 'stop')),
  activity_id int references programme.activities,
  place_id int references network.places,
  -- When it is none of our places: where, in a line.
  elsewhere text not null default '' check (length(elsewhere) <= 120),
  -- Up to three wished moments, the best first.
  wishes timestamptz[] not null check (cardinality(wishes) between 1 and 3),
  note text not null default '' check (length(note) <= 200),
  status text not null default 'new' check (status in ('new', 'other-date', 'accepted', 'declined', 'withdrawn')),
  -- The ready sentence of the answer.
  answer text check (answer ~ '^[a-z-]{2,40}$'),
  -- When the centre would rather have it.
  rather_at timestamptz,
  session_id int references programme.sessions on delete set null,
  stop_id int references network.stops on delete set null,
  revision int not null default 0,
  created_at timestamptz not null,
  answered_at timestamptz,
  answered_by int references access.members,
  unique (centre_id, id),
  foreign key (centre_id, organisation_id) references network.organisations (centre_id, id),
  constraint somewhere check (place_id is not null or elsewhere <> ''),
  constraint a_session_has_an_activity check (kind = 'stop' or activity_id is not null),
  constraint another_date_is_said check (status <> 'other-date' or rather_at is not null)
);
create index proposals_of_an_organisation on planning.proposals (organisation_id, created_at);
comment on table planning.proposals is 'What a partner organisation proposes to host, who proposed it (member by number), and the answer. Seen by its members and the coordinator. Kept 2 years.';
call scope.guard('planning.proposals', 'select, insert, update, delete');

-- The organisation of whoever is asking; nothing for others.
create function planning.own_organisation() returns int
language sql stable security definer set search_path = pg_catalog as $$
  select organisation_id from access.members where id = scope.member() and active
$$;
revoke execute on function planning.own_organisation() from public;
grant execute on function planning.own_organisation() to maillage_app;

create policy partner on planning.proposals for select to maillage_app
  using ((select scope.role()) = 'partner' and centre_id = (select scope.centre())
    and organisation_id = (select planning.own_organisation()));
create policy proposes on planning.proposals for insert to maillage_app
  with check ((select scope.role()) = 'partner' and centre_id = (select scope.centre()) and status = 'new'
    and organisation_id = (select planning.own_organisation()) and proposed_by = (select scope.member()));
create policy answers_back on planning.proposals for update to maillage_app
  using ((select scope.role()) = 'partner' and centre_id = (select scope.centre()) and status in ('new', 'other-date')
    and organisation_id = (select planning.own_organisation()))
  with check ((select scope.role()) = 'partner' and centre_id = (select scope.centre()) and status in ('new', 'withdrawn')
    and organisation_id = (select planning.own_organisation()));
create policy centre on planning.proposals to maillage_app
  using (centre_id = (select scope.centre()) and (select scope.role()) in ('coordinator', 'system'))
  with check (centre_id = (select scope.centre()) and (select scope.role()) in ('coordinator', 'system'));
create policy forget on planning.proposals for delete to maillage_app
  using ((select scope.role()) = 'system' and (select scope.centre()) is null);

-- A partner's own figures: what came of her organisation's proposals and what its members hosted. Numbers, no resident.
create function planning.partner_sessions(since timestamptz) returns table (
  session int, starts_at timestamptz, time_zone text, titles jsonb, place text, status text, joined int, came int, minutes int)
language sql stable security definer set search_path = pg_catalog as $$
  with own as (select planning.own_organisation() as id)
  select s.id, s.starts_at, p.time_zone,
    jsonb_build_object('fr', a.texts #>> '{fr,title}', 'en', a.texts #>> '{en,title}', 'ar', a.texts #>> '{ar,title}'),
    p.name, s.status, s.seats_taken, f.present + f.unnamed,
    coalesce((select sum(h.minutes)::int from team.hours h where h.session_id = s.id and h.organisation_id = own.id), 0)
  from own, programme.sessions s
  join programme.activities a on a.id = s.activity_id
  join network.places p on p.id = s.place_id
  left join attendance.session_figures f on f.session_id = s.id
  where own.id is not null and s.centre_id = scope.centre() and s.status <> 'draft' and s.starts_at >= since
    and (exists (select from planning.proposals r where r.session_id = s.id and r.organisation_id = own.id)
      or exists (select from programme.session_hosts h join access.members m on m.id = h.member_id
        where h.session_id = s.id and m.organisation_id = own.id))
  order by s.starts_at desc, s.id
$$;
revoke execute on function planning.partner_sessions(timestamptz) from public;
grant execute on function planning.partner_sessions(timestamptz) to maillage_app;
