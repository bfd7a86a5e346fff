-- Founders who go the road together: who may apply, how many, when they meet.
create table ventures.cohorts (
  id int generated always as identity primary key,
  centre_id int not null references network.centres,
  -- « women »: told so on the page. Nobody proves anything, and nothing is kept but the application.
  track text not null check (track in ('everyone', 'women')),
  -- { "fr": { "title", "summary" }, "en": …, "ar": … }
  texts jsonb not null check (length(texts #>> '{fr,title}') between 3 and 80 and length(texts #>> '{fr,summary}') between 3 and 300),
  seats int not null check (seats between 2 and 40),
  -- Held by an offer or a yes.
  seats_taken int not null default 0,
  opens_on date not null,
  closes_on date not null,
  -- Who may apply; empty: any stage, any trade.
  stages text[] not null default '{}' check (stages <@ array['idea', 'preparing', 'started', 'growing']),
  sectors text[] not null default '{}',
  status text not null default 'draft' check (status in ('draft', 'dropped', 'open', 'running', 'finished', 'called-off')),
  finished_at timestamptz,
  unique (centre_id, id),
  constraint never_one_seat_too_many check (seats_taken between 0 and seats),
  constraint applications_close_after_they_open check (closes_on >= opens_on)
);
create index cohorts_of_a_centre on ventures.cohorts (centre_id, opens_on desc);
comment on table ventures.cohorts is 'Groups of founders: for whom, how many, when applications open and close. Public once open. No person.';
call scope.guard('ventures.cohorts', 'select, insert, update');
create policy everybody on ventures.cohorts for select to maillage_app using (status not in ('draft', 'dropped'));
create policy centre on ventures.cohorts to maillage_app
  using (centre_id = (select scope.centre()) and (select scope.role()) in ('facilitator', 'coordinator', 'system'))
  with check (centre_id = (select scope.centre()) and (select scope.role()) in ('facilitator', 'coordinator', 'system'));

create table ventures.criteria (
  cohort_id int not null,
  centre_id int not null,
  position int not null check (position between 1 and 12),
  label text not null check (length(label) between 2 and 80),
  weight int not null check (weight between 1 and 5),
  primary key (cohort_id, position),
  foreign key (centre_id, cohort_id) references ventures.cohorts (centre_id, id)
);
comment on table ventures.criteria is 'What a jury looks at, and how much each counts. Public: whoever applies may read it. No person.';
call scope.guard('ventures.criteria', 'select, insert');
create policy everybody on ventures.criteria for select to maillage_app using (cohort_id in (select id from ventures.cohorts));
create policy centre on ventures.criteria for insert to maillage_app
  with check (centre_id = (select scope.centre()) and (select scope.role()) in ('coordinator', 'system'));

create table ventures.cohort_meetings (
  id int generated always as identity primary key,
  centre_id int not null,
  cohort_id int not null,
  place_id int not null references network.places,
  space_id int references network.spaces,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  foreign key (centre_id, cohort_id) references ventures.cohorts (centre_id, id),
  constraint a_meeting_ends_the_same_day check (ends_at > starts_at and ends_at <= starts_at + interval '10 hours')
);
create index meetings_of_a_cohort on ventures.cohort_meetings (cohort_id, starts_at);
comment on table ventures.cohort_meetings is 'When and where a cohort meets. Public. No person.';
call scope.guard('ventures.cohort_meetings', 'select, insert, delete');
create policy everybody on ventures.cohort_meetings for select to maillage_app using (cohort_id in (select id from ventures.cohorts));
create policy centre on ventures.cohort_meetings to maillage_app
  using (centre_id = (select scope.centre()) and (select scope.role()) in ('facilitator', 'coordinator', 'system'))
  with check (centre_id = (select scope.centre()) and (select scope.role()) in ('facilitator', 'coordinator', 'system'));

-- The room of a meeting is held like any other.
alter table network.occupations drop constraint occupations_by_kind_check;
alter table network.occupations add constraint occupations_by_kind_check
  check (by_kind in ('session', 'stop', 'booking', 'noise', 'opening', 'clinic', 'cohort'));
create function ventures.occupy_by_cohort() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  if tg_op <> 'INSERT' then
    delete from network.occupations where by_kind = 'cohort' and by_id = old.id;
  end if;
  if tg_op <> 'DELETE' and new.space_id is not null then
    insert into network.occupations (centre_id, resource, resource_id, by_kind, by_id, outing, place_id, during, label)
      select new.centre_id, 'space', new.space_id, 'cohort', new.id, -50000000000 - new.id, new.place_id,
        tstzrange(new.starts_at, new.ends_at), c.texts #>> '{fr,title}' from ventures.cohorts c where c.id = new.cohort_id;
  end if;
  return null;
end $$;
revoke execute on function ventures.occupy_by_cohort() from public;
create trigger occupies after insert or delete on ventures.cohort_meetings for each row execute function ventures.occupy_by_cohort();

create table ventures.applications (
  id bigint generated always as identity primary key,
  centre_id int not null,
  cohort_id int not null,
  founder_id bigint not null,
  -- One sentence, without a way to be reached.
  motivation text not null check (length(motivation) between 1 and 300),
  status text not null check (status in ('sent', 'offered', 'waiting', 'declined', 'confirmed', 'withdrawn')),
  sent_at timestamptz not null,
  decided_by int references access.members,
  decided_at timestamptz,
  -- Until when a seat offered is kept.
  offer_until timestamptz,
  -- What the jury gave out of 100: who waits is ranked by it.
  points numeric(4, 1) check (points between 0 and 100),
  unique (cohort_id, founder_id),
  unique (centre_id, id),
  foreign key (centre_id, cohort_id) references ventures.cohorts (centre_id, id),
  foreign key (centre_id, founder_id) references ventures.founders (centre_id, id) on delete cascade,
  constraint an_offer_ends check ((status = 'offered') <= (offer_until is not null))
);
create index applications_of_a_cohort on ventures.applications (cohort_id, status);
comment on table ventures.applications is 'Who applies to which cohort, why in one sentence, and what was decided, by number of the member. Seen by whoever holds the founder’s link and by the team of that centre. Erased with the founder.';
call scope.guard('ventures.applications', 'select, insert, update');
create policy centre on ventures.applications to maillage_app
  using (centre_id = (select scope.centre()) and (select scope.role()) in ('resident', 'facilitator', 'coordinator', 'system'))
  with check (centre_id = (select scope.centre()) and (select scope.role()) in ('resident', 'facilitator', 'coordinator', 'system'));

-- Seats are counted here for every way an application begins, changes or goes away: never one too many.
create function ventures.hold_seat() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
declare
  held int := case when tg_op = 'INSERT' then 0 else (old.status in ('offered', 'confirmed'))::int end;
  holds int := case when tg_op = 'DELETE' then 0 else (new.status in ('offered', 'confirmed'))::int end;
begin
  if holds <> held then
    update ventures.cohorts set seats_taken = seats_taken + holds - held
      where id = case when tg_op = 'DELETE' then old.cohort_id else new.cohort_id end;
  end if;
  return null;
end $$;
revoke execute on function ventures.hold_seat() from public;
create trigger holds after insert or update of status or delete on ventures.applications
  for each row execute function ventures.hold_seat();

create table ventures.scores (
  application_id bigint not null,
  centre_id int not null,
  criterion int not null check (criterion between 1 and 12),
  member_id int not null,
  score int not null check (score between 0 and 4),
  scored_at timestamptz not null,
  primary key (application_id, criterion, member_id),
  foreign key (centre_id, application_id) references ventures.applications (centre_id, id) on delete cascade,
  foreign key (centre_id, member_id) references access.members (centre_id, id)
);
comment on table ventures.scores is 'What each member of a jury gave, criterion by criterion. Each sees her own, the coordinator all. Erased with the founder, and 60 days after the cohort begins.';
call scope.guard('ventures.scores', 'select, insert, update, delete');
-- Who judges does so alone: what others gave is the coordinator’s to see.
create policy centre on ventures.scores to maillage_app
  using (centre_id = (select scope.centre()) and ((select scope.role()) in ('coordinator', 'system')
    or ((select scope.role()) = 'facilitator' and member_id = (select scope.member()))))
  with check (centre_id = (select scope.centre()) and ((select scope.role()) = 'system'
    or ((select scope.role()) in ('facilitator', 'coordinator') and member_id = (select scope.member()))));

create table ventures.cohort_presences (
  meeting_id int not null references ventures.cohort_meetings on delete cascade,
  application_id bigint not null,
  centre_id int not null,
  came text not null check (came in ('present', 'absent', 'excused')),
  marked_by int not null,
  primary key (meeting_id, application_id),
  foreign key (centre_id, application_id) references ventures.applications (centre_id, id) on delete cascade,
  foreign key (centre_id, marked_by) references access.members (centre_id, id)
);
comment on table ventures.cohort_presences is 'Who came to which meeting of a cohort. Seen by whoever holds the founder’s link and by the team of that centre. Erased with the founder.';
call scope.guard('ventures.cohort_presences', 'select, insert, update, delete');
create policy centre on ventures.cohort_presences to maillage_app
  using (centre_id = (select scope.centre()) and (select scope.role()) in ('resident', 'facilitator', 'coordinator', 'system'))
  with check (centre_id = (select scope.centre()) and (select scope.role()) in ('facilitator', 'coordinator', 'system'));

-- Scores have done their work two months after a cohort has begun.
create function ventures.forget_scores(before timestamptz) returns int
language sql security definer set search_path = pg_catalog as $$
  with forgotten as (
    delete from ventures.scores s using ventures.applications a
    where a.id = s.application_id and a.cohort_id in (
      select cohort_id from ventures.cohort_meetings group by cohort_id having min(starts_at) < least(before, now() - interval '55 days'))
    returning 1
  )
  select count(*)::int from forgotten
$$;
revoke execute on function ventures.forget_scores(timestamptz) from public;
grant execute on function ventures.forget_scores(timestamptz) to maillage_app;
