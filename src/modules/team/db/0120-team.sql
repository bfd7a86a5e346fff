create schema team;
grant usage on schema team to maillage_app;

-- Half-days of a week one usually has: « 1-morning » is Monday morning. The hours are those of domain/week.ts.
create function team.is_week(codes text[]) returns boolean language sql immutable parallel safe
  return not exists (select from unnest(codes) code where code !~ '^[1-7]-(morning|afternoon|evening)$');

create table team.profiles (
  member_id int primary key,
  centre_id int not null references network.centres,
  kind text not null check (kind in ('staff', 'volunteer', 'partner')),
  skills text[] not null default '{}',
  languages text[] not null default '{fr}' check (cardinality(languages) > 0),
  weekly text[] not null default '{}' check (team.is_week(weekly)),
  -- The place of the centre she sets out from; null: the centre's site.
  near_place_id int references network.places,
  -- How far she goes from there, as people travel, in kilometres.
  reach_km int not null default 10 check (reach_km between 0 and 200),
  -- Places she goes to although they are further.
  also_places int[] not null default '{}',
  -- How often she may be asked in a month; what she answers does not count.
  calls_per_month int not null default 4 check (calls_per_month between 0 and 31),
  changed_at timestamptz not null,
  foreign key (centre_id, member_id) references access.members (centre_id, id)
);
comment on table team.profiles is 'What a member can show, in which languages, where and when she usually can. Basis: her agreement to host. Seen by herself and her coordinator. Kept while she is of the team, erased a month after she left.';
call scope.guard('team.profiles', 'select, insert, update, delete');
create policy oneself on team.profiles to maillage_app
  using (centre_id = (select scope.centre()) and member_id = (select scope.member()))
  with check (centre_id = (select scope.centre()) and member_id = (select scope.member()));
create policy centre on team.profiles to maillage_app
  using (centre_id = (select scope.centre()) and (select scope.role()) in ('coordinator', 'system'))
  with check (centre_id = (select scope.centre()) and (select scope.role()) in ('coordinator', 'system'));

-- The languages shown beside a first name are those of the profile, and are written in one place.
create function team.say_languages() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  update access.members set languages = new.languages where id = new.member_id and languages is distinct from new.languages;
  return null;
end $$;
create trigger says_languages after insert or update of languages on team.profiles
  for each row execute function team.say_languages();

create table team.absences (
  id int generated always as identity primary key,
  member_id int not null,
  centre_id int not null references network.centres,
  from_on date not null,
  until_on date not null check (until_on >= from_on),
  unique (member_id, from_on),
  foreign key (centre_id, member_id) references access.members (centre_id, id)
);
comment on table team.absences is 'Days a member is away, first and last, no reason. Seen by herself and her coordinator. Erased a month after they are over.';
call scope.guard('team.absences', 'select, insert, update, delete');
create policy oneself on team.absences to maillage_app
  using (centre_id = (select scope.centre()) and member_id = (select scope.member()))
  with check (centre_id = (select scope.centre()) and member_id = (select scope.member()));
create policy centre on team.absences to maillage_app
  using (centre_id = (select scope.centre()) and (select scope.role()) in ('coordinator', 'system'))
  with check (centre_id = (select scope.centre()) and (select scope.role()) in ('coordinator', 'system'));

create table team.applications (
  id int generated always as identity primary key,
  centre_id int not null references network.centres,
  name text not null check (length(name) between 1 and 80),
  contact_key bytea not null,
  phone_sealed bytea,
  email_sealed bytea,
  language text not null check (language in ('fr', 'en', 'ar')),
  skills text[] not null default '{}',
  languages text[] not null check (cardinality(languages) > 0),
  weekly text[] not null default '{}' check (team.is_week(weekly)),
  reach_km int not null check (reach_km between 0 and 200),
  organisation_id int,
  status text not null default 'new' check (status in ('new', 'welcomed', 'declined')),
  -- Which ready sentence answered it: a code, never words of one's own.
  sentence text check (sentence ~ '^[a-z-]{2,30}$'),
  member_id int references access.members,
  answered_at timestamptz,
  answered_by int references access.members,
  created_at timestamptz not null,
  unique (centre_id, id),
  foreign key (centre_id, organisation_id) references network.organisations (centre_id, id),
  check (phone_sealed is not null or email_sealed is not null),
  constraint an_answer_has_a_sentence check ((status = 'new') = (answered_at is null) and (status = 'new') = (sentence is null))
);
create unique index one_application_at_a_time on team.applications (centre_id, contact_key) where status = 'new';
comment on table team.applications is 'Who offers to host: first name, contact (sealed), what, when, how far. Basis: they asked. Seen by the coordinator of that centre. Deleted three months after the answer, or a year after nobody answered.';
call scope.guard('team.applications', 'select, insert, update, delete');
create policy apply on team.applications for insert to maillage_app
  with check ((select scope.role()) = 'resident' and status = 'new' and member_id is null and centre_id = (select scope.centre()));
create policy centre on team.applications to maillage_app
  using (centre_id = (select scope.centre()) and (select scope.role()) in ('coordinator', 'system'))
  with check (centre_id = (select scope.centre()) and (select scope.role()) in ('coordinator', 'system'));

create table team.hours (
  session_id int not null,
  member_id int not null,
  centre_id int not null references network.centres,
  -- For whom she came that day; she may belong to another organisation since.
  organisation_id int,
  on_day date not null,
  minutes int not null check (minutes between 1 and 1440),
  recorded_at timestamptz not null,
  primary key (session_id, member_id),
  foreign key (centre_id, member_id) references access.members (centre_id, id),
  foreign key (centre_id, organisation_id) references network.organisations (centre_id, id)
);
create index hours_of_a_member on team.hours (member_id, on_day);
create index hours_of_a_centre on team.hours (centre_id, on_day);
comment on table team.hours is 'Hours given by a member, session by session, for an attestation and for the figures of a company. Seen by herself and her coordinator. Kept 5 years.';
call scope.guard('team.hours', 'select, insert, update, delete');
create policy oneself on team.hours for select to maillage_app
  using (centre_id = (select scope.centre()) and member_id = (select scope.member()));
create policy centre on team.hours to maillage_app
  using (centre_id = (select scope.centre()) and (select scope.role()) in ('coordinator', 'system'))
  with check (centre_id = (select scope.centre()) and (select scope.role()) in ('coordinator', 'system'));

-- Figures without names, for the network: what each centre was given, month by month.
create view team.hours_figures as
  select centre_id, date_trunc('month', on_day)::date as month, sum(minutes)::int as minutes, count(*)::int as turns
  from team.hours group by centre_id, date_trunc('month', on_day);
grant select on team.hours_figures to maillage_app;

-- Whoever leaves the team is signed out everywhere, at once.
create function team.sign_out_who_left() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  delete from access.sign_ins where member_id = new.id;
  delete from access.sign_in_codes where member_id = new.id and used_at is null;
  return null;
end $$;
create trigger signs_out_who_left after update of active on access.members
  for each row when (old.active and not new.active) execute function team.sign_out_who_left();

-- Forgetting, for every centre at once: the owner's right, for this one gesture, and never what is recent.
create function team.forget(answered_before timestamptz, asked_before timestamptz, over_before date, hours_before date) returns int
language sql security definer set search_path = pg_catalog as $$
  with applications as (
    delete from team.applications where answered_at < least(answered_before, now() - interval '2 months')
      or (status = 'new' and created_at < least(asked_before, now() - interval '11 months')) returning 1
  ), absences as (
    delete from team.absences where until_on < least(over_before, current_date - 20) returning 1
  ), hours as (
    delete from team.hours where on_day < least(hours_before, current_date - 1780) returning 1
  ), profiles as (
    delete from team.profiles p using access.members m
      where m.id = p.member_id and not m.active and p.changed_at < least(over_before, current_date - 20)::timestamptz returning 1
  )
  select (select count(*) from applications)::int + (select count(*) from absences)::int + (select count(*) from hours)::int
    + (select count(*) from profiles)::int
$$;
revoke execute on function team.forget(timestamptz, timestamptz, date, date) from public;
grant execute on function team.forget(timestamptz, timestamptz, date, date) to maillage_app;
revoke execute on function team.say_languages(), team.sign_out_who_left() from public;
