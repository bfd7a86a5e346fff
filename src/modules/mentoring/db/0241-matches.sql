create table mentoring.matches (
  id bigint generated always as identity primary key,
  centre_id int not null references network.centres,
  founder_id bigint not null,
  mentor_id bigint not null,
  round_id bigint,
  status text not null default 'live' check (status in ('live', 'stopped')),
  -- The member who decided.
  member_id int not null,
  began_at timestamptz not null,
  -- Both are told then; until then it can be undone as if nothing had been.
  tell_at timestamptz not null check (tell_at >= began_at),
  ended_at timestamptz,
  -- When both were last asked gently how it goes.
  signalled_at timestamptz,
  unique (centre_id, id),
  foreign key (centre_id, founder_id) references ventures.founders (centre_id, id) on delete cascade,
  foreign key (centre_id, mentor_id) references mentoring.mentors (centre_id, id) on delete cascade,
  foreign key (centre_id, member_id) references access.members (centre_id, id),
  foreign key (round_id) references mentoring.rounds (id) on delete set null,
  constraint a_stopped_match_has_its_end check ((status = 'stopped') = (ended_at is not null))
);
create unique index one_mentor_per_founder on mentoring.matches (founder_id) where status = 'live';
create index on mentoring.matches (mentor_id);
create index on mentoring.matches (round_id);
comment on table mentoring.matches is 'Which mentor guides which founder, since when, until when; not who stopped it, nor why. Seen by the two by their links, and by facilitators and coordinators of that centre. Erased with either of the two.';
call scope.guard('mentoring.matches', 'select, insert, update, delete');
create policy centre on mentoring.matches for select to maillage_app
  using (centre_id = (select scope.centre()) and (select scope.role()) in ('resident', 'facilitator', 'coordinator', 'system'));
create policy decide on mentoring.matches for insert to maillage_app
  with check (centre_id = (select scope.centre()) and (select scope.role()) in ('coordinator', 'system'));
create policy change on mentoring.matches for update to maillage_app
  using (centre_id = (select scope.centre()) and (select scope.role()) in ('resident', 'coordinator', 'system'))
  with check (centre_id = (select scope.centre()) and (select scope.role()) in ('resident', 'coordinator', 'system'));
create policy undo on mentoring.matches for delete to maillage_app
  using (centre_id = (select scope.centre()) and (select scope.role()) = 'coordinator');

-- Every way to begin or to end a match takes or gives back a place: never_one_founder_too_many then holds for all of them.
create function mentoring.count_places() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  if tg_op <> 'INSERT' and old.status = 'live' then
    update mentoring.mentors set taken = taken - 1 where id = old.mentor_id;
  end if;
  if tg_op <> 'DELETE' and new.status = 'live' then
    update mentoring.mentors set taken = taken + 1 where id = new.mentor_id;
  end if;
  return null;
end $$;
create trigger counts_places after insert or update of status, mentor_id or delete on mentoring.matches
  for each row execute function mentoring.count_places();
revoke execute on function mentoring.count_places() from public;

create table mentoring.meetings (
  id bigint generated always as identity primary key,
  centre_id int not null,
  match_id bigint not null,
  status text not null check (status in ('proposed', 'agreed', 'held', 'called-off')),
  -- Who proposed it or noted it.
  said_by text not null check (said_by in ('founder', 'mentor')),
  starts_at timestamptz not null,
  how text not null check (how in ('centre', 'phone', 'video', 'elsewhere')),
  minutes int check (minutes between 5 and 480),
  next_step text check (next_step ~ '^[a-z-]{2,30}$'),
  written_at timestamptz not null,
  unique (centre_id, id),
  foreign key (centre_id, match_id) references mentoring.matches (centre_id, id) on delete cascade,
  constraint what_was_held_has_a_length check ((status = 'held') = (minutes is not null)),
  constraint only_what_was_held_is_noted check (status = 'held' or next_step is null)
);
create index on mentoring.meetings (match_id, starts_at desc);
comment on table mentoring.meetings is 'Meetings of a founder and her mentor: when, how, how long, what next from a closed list. Seen by the two by their links, and by facilitators and coordinators of that centre. Erased with either of the two.';
call scope.guard('mentoring.meetings', 'select, insert, update');
create policy centre on mentoring.meetings to maillage_app
  using (centre_id = (select scope.centre()) and (select scope.role()) in ('resident', 'facilitator', 'coordinator', 'system'))
  with check (centre_id = (select scope.centre()) and (select scope.role()) in ('resident', 'system'));

create table mentoring.words (
  meeting_id bigint primary key,
  centre_id int not null,
  words text not null check (length(words) between 1 and 120),
  foreign key (centre_id, meeting_id) references mentoring.meetings (centre_id, id) on delete cascade
);
comment on table mentoring.words is 'A few words the two keep of a meeting, 120 signs at most. Seen by the two by their links, and by no member. Erased with the meeting.';
call scope.guard('mentoring.words', 'select, insert');
create policy theirs on mentoring.words to maillage_app
  using (centre_id = (select scope.centre()) and (select scope.role()) = 'resident')
  with check (centre_id = (select scope.centre()) and (select scope.role()) = 'resident');

-- Figures without names: they outlive whoever they count.
create table mentoring.figures (
  centre_id int not null references network.centres,
  month date not null check (extract(day from month) = 1),
  meetings int not null default 0 check (meetings >= 0),
  minutes int not null default 0 check (minutes >= 0),
  primary key (centre_id, month)
);
comment on table mentoring.figures is 'How many meetings were held and for how long, month by month, without names. Seen by facilitators and coordinators of that centre and by the network. Kept.';
call scope.guard('mentoring.figures', 'select');
create policy figures on mentoring.figures for select to maillage_app
  using ((select scope.role()) = 'network-manager'
    or (centre_id = (select scope.centre()) and (select scope.role()) in ('facilitator', 'coordinator', 'system')));

create function mentoring.count_meeting() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  if new.status = 'held' and (tg_op = 'INSERT' or old.status <> 'held') then
    insert into mentoring.figures as f (centre_id, month, meetings, minutes)
      values (new.centre_id, date_trunc('month', new.starts_at at time zone 'UTC')::date, 1, new.minutes)
      on conflict (centre_id, month) do update set meetings = f.meetings + 1, minutes = f.minutes + excluded.minutes;
  end if;
  return null;
end $$;
create trigger counts_meeting after insert or update of status on mentoring.meetings
  for each row execute function mentoring.count_meeting();
revoke execute on function mentoring.count_meeting() from public;

-- From a mentor's link to its centre, and nothing more: all else is then asked inside that centre's scope.
create function mentoring.centre_of_token(token_hash bytea) returns int
language sql stable security definer set search_path = pg_catalog as $$
  select centre_id from mentoring.mentors m where m.token_hash = centre_of_token.token_hash
$$;
revoke execute on function mentoring.centre_of_token(bytea) from public;
grant execute on function mentoring.centre_of_token(bytea) to maillage_app;

-- Forgetting, for every centre at once: the owner's right, for this one gesture, and never what is recent. Somebody who
-- guides a founder now is not forgotten.
create function mentoring.forget(before timestamptz) returns int
language sql security definer set search_path = pg_catalog as $$
  with rounds as (delete from mentoring.rounds where asked_at < least(before, now() - interval '11 months')),
  forgotten as (
    delete from mentoring.mentors where last_step_at < least(before, now() - interval '11 months') and taken = 0 returning 1
  )
  select count(*)::int from forgotten
$$;
revoke execute on function mentoring.forget(timestamptz) from public;
grant execute on function mentoring.forget(timestamptz) to maillage_app;
