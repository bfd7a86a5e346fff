create schema learning;
grant usage on schema learning to maillage_app;

-- Answers of the positioning as an address carries them: « p2a-m2h ».
create function learning.is_trail(text text) returns boolean language sql immutable parallel safe
  return text ~ '^[a-z][1-5][ahnu](-[a-z][1-5][ahnu]){0,39}$';

create table learning.learners (
  id bigint generated always as identity primary key,
  centre_id int not null references network.centres,
  -- None: she follows her path by its link only.
  name text check (length(name) between 1 and 80),
  contact_key bytea,
  phone_sealed bytea,
  email_sealed bytea,
  language text not null check (language in ('fr', 'en', 'ar')),
  token_hash bytea not null unique,
  token_sealed bytea not null,
  -- Her own answers, when she asked that they be kept with her path.
  position text check (learning.is_trail(position)),
  started_at timestamptz not null,
  last_step_at timestamptz not null,
  unique (centre_id, id),
  constraint a_contact_is_whole check ((contact_key is null) = (phone_sealed is null and email_sealed is null))
);
create index learners_of_a_centre on learning.learners (centre_id, last_step_at desc);
comment on table learning.learners is 'Who follows a path: a first name if given, a contact if given (sealed), the link (sealed), her own answers if she asked. Basis: she asked. Seen by whoever holds the link, and by facilitators and coordinators of that centre. Erased when she says, and 12 months after the last step.';
call scope.guard('learning.learners', 'select, insert, update, delete');
create policy centre on learning.learners to maillage_app
  using (centre_id = (select scope.centre()) and (select scope.role()) in ('resident', 'facilitator', 'coordinator', 'system'))
  with check (centre_id = (select scope.centre()) and (select scope.role()) in ('resident', 'facilitator', 'coordinator', 'system'));

create table learning.walks (
  learner_id bigint not null,
  centre_id int not null,
  path text not null check (path ~ '^[a-z0-9-]{2,60}$'),
  started_at timestamptz not null,
  finished_at timestamptz,
  primary key (learner_id, path),
  foreign key (centre_id, learner_id) references learning.learners (centre_id, id) on delete cascade
);
comment on table learning.walks is 'Which path a learner follows, since when, until when. Seen and erased with the learner.';
call scope.guard('learning.walks', 'select, insert, update, delete');
create policy centre on learning.walks to maillage_app
  using (centre_id = (select scope.centre()) and learner_id in (select id from learning.learners))
  with check (centre_id = (select scope.centre()) and learner_id in (select id from learning.learners));

create table learning.steps (
  learner_id bigint not null,
  centre_id int not null,
  path text not null,
  step text not null check (step ~ '^[a-z0-9-]{2,60}$'),
  noted_by text not null check (noted_by in ('self', 'team')),
  -- The member who noted it; none when she did herself.
  member_id int,
  done_at timestamptz not null,
  primary key (learner_id, path, step),
  foreign key (learner_id, path) references learning.walks (learner_id, path) on delete cascade,
  foreign key (centre_id, learner_id) references learning.learners (centre_id, id) on delete cascade,
  foreign key (centre_id, member_id) references access.members (centre_id, id),
  constraint the_team_has_a_name check ((noted_by = 'team') = (member_id is not null))
);
comment on table learning.steps is 'Steps done of a path, noted by the learner or by the team; sessions she was present at are read from the roll and not copied. Seen and erased with the learner.';
call scope.guard('learning.steps', 'select, insert, update, delete');
create policy centre on learning.steps to maillage_app
  using (centre_id = (select scope.centre()) and learner_id in (select id from learning.learners))
  with check (centre_id = (select scope.centre()) and learner_id in (select id from learning.learners));

create table learning.observed (
  learner_id bigint not null,
  centre_id int not null,
  -- A gesture of our closed list: a rung of a ladder, or a first gesture.
  gesture text not null check (gesture ~ '^[a-z0-9-]{2,30}$'),
  member_id int not null,
  observed_at timestamptz not null,
  primary key (learner_id, gesture),
  foreign key (centre_id, learner_id) references learning.learners (centre_id, id) on delete cascade,
  foreign key (centre_id, member_id) references access.members (centre_id, id)
);
comment on table learning.observed is 'Gestures a member saw a learner do, from a closed list; no words of one’s own. Seen by whoever holds the link and by facilitators and coordinators of that centre. Erased with the learner.';
call scope.guard('learning.observed', 'select, insert, delete');
create policy centre on learning.observed to maillage_app
  using (centre_id = (select scope.centre()) and learner_id in (select id from learning.learners))
  with check (centre_id = (select scope.centre()) and learner_id in (select id from learning.learners)
    and (select scope.role()) in ('facilitator', 'coordinator', 'system'));

create table learning.notes (
  learner_id bigint not null,
  centre_id int not null,
  -- Which ready sentence: a code, never words of one’s own.
  sentence text not null check (sentence ~ '^[a-z-]{2,30}$'),
  member_id int not null,
  noted_at timestamptz not null,
  primary key (learner_id, sentence),
  foreign key (centre_id, learner_id) references learning.learners (centre_id, id) on delete cascade,
  foreign key (centre_id, member_id) references access.members (centre_id, id)
);
comment on table learning.notes is 'How to welcome a learner, in ready sentences only (« lire avec elle », « gros caractères »). She sees them by her link. Seen by facilitators and coordinators of that centre. Erased with the learner.';
call scope.guard('learning.notes', 'select, insert, delete');
create policy centre on learning.notes to maillage_app
  using (centre_id = (select scope.centre()) and learner_id in (select id from learning.learners))
  with check (centre_id = (select scope.centre()) and learner_id in (select id from learning.learners)
    and (select scope.role()) in ('facilitator', 'coordinator', 'system'));

-- Figures without names: they outlive whoever they count.
create table learning.path_figures (
  centre_id int not null references network.centres,
  path text not null,
  month date not null check (extract(day from month) = 1),
  started int not null default 0 check (started >= 0),
  finished int not null default 0 check (finished >= 0),
  primary key (centre_id, path, month)
);
comment on table learning.path_figures is 'How many began and finished each path, month by month, without names. Seen by facilitators and coordinators of that centre and by the network. Kept.';
call scope.guard('learning.path_figures', 'select');
create policy figures on learning.path_figures for select to maillage_app
  using ((select scope.role()) = 'network-manager'
    or (centre_id = (select scope.centre()) and (select scope.role()) in ('facilitator', 'coordinator', 'system')));

create function learning.count_walk() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  if tg_op = 'INSERT' then
    insert into learning.path_figures as f (centre_id, path, month, started)
      values (new.centre_id, new.path, date_trunc('month', new.started_at at time zone 'UTC')::date, 1)
      on conflict (centre_id, path, month) do update set started = f.started + 1;
  elsif (old.finished_at is null) <> (new.finished_at is null) then
    insert into learning.path_figures as f (centre_id, path, month, finished)
      values (new.centre_id, new.path,
        date_trunc('month', coalesce(new.finished_at, old.finished_at) at time zone 'UTC')::date, 1)
      on conflict (centre_id, path, month) do update
        set finished = greatest(0, f.finished + case when new.finished_at is null then -1 else 1 end);
  end if;
  return null;
end $$;
create trigger counts_walk after insert or update of finished_at on learning.walks
  for each row execute function learning.count_walk();
revoke execute on function learning.count_walk() from public;

-- From a link to its centre, and nothing more: all else is then asked inside that centre's scope.
create function learning.centre_of_token(token_hash bytea) returns int
language sql stable security definer set search_path = pg_catalog as $$
  select centre_id from learning.learners l where l.token_hash = centre_of_token.token_hash
$$;
revoke execute on function learning.centre_of_token(bytea) from public;
grant execute on function learning.centre_of_token(bytea) to maillage_app;

-- Forgetting, for every centre at once: the owner's right, for this one gesture, and never what is recent.
create function learning.forget(before timestamptz) returns int
language sql security definer set search_path = pg_catalog as $$
  with forgotten as (
    delete from learning.learners where last_step_at < least(before, now() - interval '11 months') returning 1
  )
  select count(*)::int from forgotten
$$;
revoke execute on function learning.forget(timestamptz) from public;
grant execute on function learning.forget(timestamptz) to maillage_app;
