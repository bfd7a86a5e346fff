create schema registrations;
grant usage on schema registrations to maillage_app;

create table registrations.registrations (
  id bigint generated always as identity primary key,
  centre_id int not null,
  session_id int not null,
  resident_id bigint not null,
  party int not null check (party between 1 and 6),
  status text not null check (status in ('confirmed', 'waitlisted', 'offered', 'cancelled')),
  -- Chairs held now: the party's while confirmed or offered, none once cancelled, waiting, or marked absent at the door.
  seats int not null,
  source text not null check (source in ('web', 'api', 'desk', 'walk-in')),
  language text not null check (language in ('fr', 'en', 'ar')),
  token_hash bytea not null unique,
  token_sealed bytea not null,
  created_at timestamptz not null,
  offered_at timestamptz,
  offer_expires_at timestamptz,
  reminded_at timestamptz,
  cancelled_at timestamptz,
  cancelled_by text check (cancelled_by in ('resident', 'desk', 'session')),
  unique (centre_id, id),
  foreign key (centre_id, session_id) references programme.sessions (centre_id, id),
  foreign key (centre_id, resident_id) references people.residents (centre_id, id),
  constraint seats_follow_status check (seats in (0, party) and (status in ('confirmed', 'offered') or seats = 0)),
  constraint an_offer_has_an_end check (status <> 'offered' or offer_expires_at is not null),
  constraint a_cancellation_has_a_cause check ((status = 'cancelled') = (cancelled_at is not null and cancelled_by is not null))
);
create unique index once_per_person_and_session on registrations.registrations (session_id, resident_id) where status <> 'cancelled';
create index waiting_in_order on registrations.registrations (session_id, offered_at nulls first, id) where status = 'waitlisted';
create index of_a_resident on registrations.registrations (resident_id) where status <> 'cancelled';
comment on table registrations.registrations is 'Who joins what, with how many. Seen by the centre. Made anonymous with the resident.';
call scope.guard('registrations.registrations', 'select, insert, update');
create policy centre on registrations.registrations to maillage_app
  using (centre_id = (select scope.centre())
    and ((select scope.role()) in ('resident', 'receptionist', 'coordinator', 'key', 'system')
      or ((select scope.role()) = 'facilitator' and session_id in
        (select session_id from programme.session_hosts where member_id = (select scope.member())))))
  with check (centre_id = (select scope.centre())
    and ((select scope.role()) in ('resident', 'receptionist', 'coordinator', 'key', 'system')
      or ((select scope.role()) = 'facilitator' and session_id in
        (select session_id from programme.session_hosts where member_id = (select scope.member())))));

-- Residents are seen by the door and the plan of their centre, and by the facilitators of the sessions they joined.
create policy door on people.residents to maillage_app
  using (centre_id = (select scope.centre())
    and ((select scope.role()) in ('resident', 'receptionist', 'coordinator', 'system')
      or ((select scope.role()) = 'facilitator' and
        (added_by = (select scope.member()) or id in (select resident_id from registrations.registrations)))))
  with check (centre_id = (select scope.centre())
    and (select scope.role()) in ('resident', 'receptionist', 'facilitator', 'coordinator', 'system'));

create table registrations.decisions (
  id bigint generated always as identity primary key,
  centre_id int not null,
  registration_id bigint not null,
  at timestamptz not null,
  decision text not null check (decision in ('waitlisted', 'offered', 'skipped', 'too-late', 'accepted', 'declined', 'expired')),
  seats_free int not null,
  foreign key (centre_id, registration_id) references registrations.registrations (centre_id, id)
);
create index on registrations.decisions (registration_id);
comment on table registrations.decisions is 'Why a seat was or was not offered, so that whoever asks can be told. Follows the registration.';
call scope.guard('registrations.decisions', 'select, insert');
create policy centre on registrations.decisions to maillage_app
  using (centre_id = (select scope.centre()) and registration_id in (select id from registrations.registrations))
  with check (centre_id = (select scope.centre()));

-- From a link to its centre, and nothing more: all else is then asked inside that centre's scope.
create function registrations.centre_of_token(token_hash bytea) returns int
language sql stable security definer set search_path = pg_catalog as $$
  select centre_id from registrations.registrations r where r.token_hash = centre_of_token.token_hash
$$;
grant execute on function registrations.centre_of_token(bytea) to maillage_app;

-- Figures without names, for everybody: the network manager reads these and no registration.
create view registrations.session_figures as
  select session_id, centre_id,
    coalesce(sum(party) filter (where status = 'confirmed'), 0)::int as confirmed,
    coalesce(sum(party) filter (where status = 'offered'), 0)::int as offered,
    coalesce(sum(party) filter (where status = 'waitlisted'), 0)::int as waiting,
    (count(*) filter (where status = 'waitlisted'))::int as waiting_parties
  from registrations.registrations group by session_id, centre_id;
grant select on registrations.session_figures to maillage_app;
