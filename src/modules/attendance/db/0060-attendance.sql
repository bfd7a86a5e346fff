create schema attendance;
grant usage on schema attendance to maillage_app;

create table attendance.marks (
  id bigint generated always as identity primary key,
  centre_id int not null,
  session_id int not null,
  registration_id bigint not null,
  -- No mark: the last one was undone.
  mark text check (mark in ('present', 'absent', 'excused')),
  marked_by int not null references access.members,
  marked_at timestamptz not null,
  foreign key (centre_id, session_id) references programme.sessions (centre_id, id),
  foreign key (centre_id, registration_id) references registrations.registrations (centre_id, id)
);
create index latest_mark on attendance.marks (session_id, registration_id, id desc);
comment on table attendance.marks is 'Each gesture of the roll call, who made it and when; the last one counts. Follows the registration.';
call scope.guard('attendance.marks', 'select, insert');
create policy door on attendance.marks to maillage_app
  using (centre_id = (select scope.centre()) and (select scope.role()) in ('receptionist', 'facilitator', 'coordinator', 'system')
    and registration_id in (select id from registrations.registrations))
  with check (centre_id = (select scope.centre()) and (select scope.role()) in ('receptionist', 'facilitator', 'coordinator', 'system')
    and registration_id in (select id from registrations.registrations));

create table attendance.headcounts (
  id bigint generated always as identity primary key,
  centre_id int not null,
  session_id int not null,
  people int not null check (people between 0 and 500),
  counted_by int not null references access.members,
  counted_at timestamptz not null,
  foreign key (centre_id, session_id) references programme.sessions (centre_id, id)
);
create index on attendance.headcounts (session_id);
comment on table attendance.headcounts is 'People who came without giving a name: a number, no person.';
call scope.guard('attendance.headcounts', 'select, insert');
create policy door on attendance.headcounts to maillage_app
  using (centre_id = (select scope.centre()) and (select scope.role()) in ('receptionist', 'facilitator', 'coordinator', 'system'))
  with check (centre_id = (select scope.centre()) and (select scope.role()) in ('receptionist', 'facilitator', 'coordinator', 'system'));

create view attendance.session_figures as
  select session_id, centre_id, sum(present)::int as present, sum(absent)::int as absent, sum(excused)::int as excused, sum(unnamed)::int as unnamed
  from (
    select m.session_id, m.centre_id, r.party * (m.mark = 'present')::int as present, r.party * (m.mark = 'absent')::int as absent,
      r.party * (m.mark = 'excused')::int as excused, 0 as unnamed
    from (select distinct on (registration_id) * from attendance.marks order by registration_id, id desc) m
    join registrations.registrations r on r.id = m.registration_id where m.mark is not null
    union all
    select session_id, centre_id, 0, 0, 0, people from
      (select distinct on (session_id) * from attendance.headcounts order by session_id, id desc) h
  ) gesture group by session_id, centre_id;
grant select on attendance.session_figures to maillage_app;
