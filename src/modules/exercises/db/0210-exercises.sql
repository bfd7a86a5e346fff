create schema exercises;
grant usage on schema exercises to maillage_app;

-- H5P packages a centre brought in, whole as they came: several processes, one truth, one backup.
create table exercises.packages (
  id int generated always as identity primary key,
  centre_id int not null references network.centres,
  title text not null check (length(title) between 1 and 120),
  -- As the package says it; « und » when it does not.
  language text not null check (language ~ '^[A-Za-z-]{2,20}$'),
  licence text not null check (length(licence) <= 60),
  file bytea not null check (length(file) <= 30000000),
  sha256 bytea not null,
  brought_by int not null references access.members,
  brought_at timestamptz not null,
  constraint brought_once unique (centre_id, sha256)
);
comment on table exercises.packages is 'Interactive exercises (H5P) a centre brought in: content, no person. Basis: mission of the centre. Read by everybody, changed by coordinators and facilitators of that centre. Kept until they remove it.';
call scope.guard('exercises.packages', 'select, insert, update, delete');
create policy play on exercises.packages for select to maillage_app using (true);
create policy bring on exercises.packages to maillage_app
  using (centre_id = (select scope.centre()) and (select scope.role()) in ('coordinator', 'facilitator'))
  with check (centre_id = (select scope.centre()) and (select scope.role()) in ('coordinator', 'facilitator'));

-- How many finished, and how well, day by day: numbers, no person.
create table exercises.completions (
  package_id int not null references exercises.packages on delete cascade,
  centre_id int not null references network.centres,
  on_day date not null,
  people int not null check (people > 0),
  -- Sum of their scores, each from 0 to 1; and how many had one.
  scores numeric not null check (scores >= 0),
  scored int not null check (scored between 0 and people),
  primary key (package_id, on_day)
);
create index on exercises.completions (centre_id);
comment on table exercises.completions is 'How many finished an exercise on a day, and the sum of their scores. No person. Seen by the team of that centre. Kept while the exercise is.';
call scope.guard('exercises.completions', 'select');
create policy centre on exercises.completions for select to maillage_app
  using (centre_id = (select scope.centre()) and (select scope.role()) in ('coordinator', 'facilitator', 'system'));

-- Somebody finished: one more that day. Whoever plays has no account, and reads no figure.
create function exercises.complete(package int, at_moment timestamptz, score numeric) returns void
language sql security definer set search_path = pg_catalog as $$
  insert into exercises.completions (package_id, centre_id, on_day, people, scores, scored)
  select p.id, p.centre_id, (at_moment at time zone c.time_zone)::date, 1, coalesce(score, 0), (score is not null)::int
  from exercises.packages p join network.centres c on c.id = p.centre_id where p.id = package
  on conflict (package_id, on_day) do update
    set people = exercises.completions.people + 1, scores = exercises.completions.scores + excluded.scores,
      scored = exercises.completions.scored + excluded.scored
$$;
