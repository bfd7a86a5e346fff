-- A course is joined once, for all its dates. Its seats, its waiting list and its offers live on one session, the lead.

update programme.sessions later set lead_id = first.id
  from programme.sessions first
  where first.centre_id = later.centre_id and first.course_key = later.course_key and first.course_index = 1
    and later.course_index > 1 and later.seats_taken = 0
    and not exists (select from registrations.registrations r
      join programme.sessions s on s.id = r.session_id
      where s.centre_id = later.centre_id and s.course_key = later.course_key and s.course_index > 1);

alter table programme.sessions add constraint a_date_has_its_rank check (lead_id is null or (course_key is not null and course_index is not null));
create unique index once_in_a_course on programme.sessions (lead_id, course_index) where lead_id is not null;
alter table programme.sessions add constraint seats_live_on_the_lead check (lead_id is null or seats_taken = 0);

create function programme.follow_the_lead() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  if new.lead_id is null then return new; end if;
  perform from programme.sessions where id = new.lead_id and lead_id is null and course_key = new.course_key and course_index <> new.course_index and centre_id = new.centre_id for share;
  if not found
    or exists (select from programme.sessions where lead_id = new.id)
    or exists (select from registrations.registrations where session_id = new.id)
  then
    raise exception 'session % cannot follow %', new.id, new.lead_id
      using errcode = 'check_violation', constraint = 'a_lead_follows_nobody';
  end if;
  return new;
end $$;
create trigger follows_the_lead before insert or update of lead_id on programme.sessions
  for each row when (new.lead_id is not null) execute function programme.follow_the_lead();

create function registrations.join_the_lead() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  if exists (select from programme.sessions where id = new.session_id and lead_id is not null) then
    raise exception 'session % is joined through its lead', new.session_id
      using errcode = 'check_violation', constraint = 'joined_through_the_lead';
  end if;
  return new;
end $$;
create trigger joins_the_lead before insert or update of session_id on registrations.registrations
  for each row execute function registrations.join_the_lead();

-- Whoever hosts one date of a course sees who joined the course.
drop policy centre on registrations.registrations;
create policy centre on registrations.registrations to maillage_app
  using (centre_id = (select scope.centre())
    and ((select scope.role()) in ('resident', 'receptionist', 'coordinator', 'key', 'system')
      or ((select scope.role()) = 'facilitator' and session_id in
        (select coalesce(s.lead_id, s.id) from programme.session_hosts h join programme.sessions s on s.id = h.session_id
          where h.member_id = (select scope.member())))))
  with check (centre_id = (select scope.centre())
    and ((select scope.role()) in ('resident', 'receptionist', 'coordinator', 'key', 'system')
      or ((select scope.role()) = 'facilitator' and session_id in
        (select coalesce(s.lead_id, s.id) from programme.session_hosts h join programme.sessions s on s.id = h.session_id
          where h.member_id = (select scope.member())))));

-- Each date of a course has its reminder.
alter table registrations.registrations add column reminded_of int[] not null default '{}';
update registrations.registrations set reminded_of = array[session_id] where reminded_at is not null;
alter table registrations.registrations drop column reminded_at;
comment on column registrations.registrations.reminded_of is 'Sessions whose reminder left, or need not leave any more.';

-- Figures of a date are those of its course.
create or replace view registrations.session_figures as
  select s.id as session_id, s.centre_id,
    coalesce(sum(r.party) filter (where r.status = 'confirmed'), 0)::int as confirmed,
    coalesce(sum(r.party) filter (where r.status = 'offered'), 0)::int as offered,
    coalesce(sum(r.party) filter (where r.status = 'waitlisted'), 0)::int as waiting,
    (count(*) filter (where r.status = 'waitlisted'))::int as waiting_parties
  from programme.sessions s
  join registrations.registrations r on r.session_id = coalesce(s.lead_id, s.id) and r.status <> 'cancelled'
  group by s.id;

-- So are the seats one is shown.
create or replace view programme.listed_sessions with (security_invoker) as
  select s.id, s.code, s.centre_id, s.activity_id, s.place_id, s.space_id, s.course_key, s.course_index, s.course_length,
    s.starts_at, s.ends_at, coalesce(lead.capacity, s.capacity) as capacity,
    coalesce(lead.seats_taken, s.seats_taken) as seats_taken,
    coalesce(lead.capacity - lead.seats_taken, s.capacity - s.seats_taken) as seats_left, s.status, s.languages,
    s.revision, s.moved_from,
    a.slug as activity_slug, a.theme, a.format, a.level, a.audience, a.needs, a.texts,
    p.name as place_name, p.address, p.city, p.postal_code, p.insee_code, p.latitude, p.longitude, p.position,
    p.time_zone, p.step_free, p.how_to_come, p.kind as place_kind,
    c.name as centre_name, c.slug as centre_slug, c.phone as centre_phone,
    s.lead_id, s.series_id, s.series_on, s.stop_id, s.hosts_needed, s.skills_needed, s.preparation_minutes, s.tidy_minutes,
    s.changed_at
  from programme.sessions s
  left join programme.sessions lead on lead.id = s.lead_id
  join programme.activities a on a.id = s.activity_id
  join network.places p on p.id = s.place_id
  join network.centres c on c.id = s.centre_id;
