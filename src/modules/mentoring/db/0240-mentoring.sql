create schema mentoring;
grant usage on schema mentoring to maillage_app;

create function mentoring.are_codes(codes text[]) returns boolean language sql immutable parallel safe
  return cardinality(codes) <= 20 and not exists (select from unnest(codes) code where code !~ '^[a-z][a-z-]{1,29}$');

create table mentoring.mentors (
  id bigint generated always as identity primary key,
  centre_id int not null references network.centres,
  name text not null check (length(name) between 1 and 80),
  contact_key bytea not null,
  phone_sealed bytea,
  email_sealed bytea,
  language text not null check (language in ('fr', 'en', 'ar')),
  token_hash bytea not null unique,
  token_sealed bytea not null,
  helps text[] not null check (cardinality(helps) > 0 and mentoring.are_codes(helps)),
  sectors text[] not null default '{}' check (mentoring.are_codes(sectors)),
  works_in text check (works_in ~ '^[a-z][a-z-]{1,29}$'),
  avoids_rivals boolean not null default false,
  avoids_sectors text[] not null default '{}' check (mentoring.are_codes(avoids_sectors)),
  languages text[] not null check (cardinality(languages) > 0 and mentoring.are_codes(languages)),
  weekly text[] not null check (team.is_week(weekly)),
  capacity int not null check (capacity between 1 and 5),
  -- Founders guided now; kept by the trigger of matches.
  taken int not null default 0,
  -- Said freely, so that founders who asked for a woman may find her; false says nothing.
  says_woman boolean not null default false,
  status text not null default 'asking' check (status in ('asking', 'welcome', 'paused', 'declined')),
  asked_at timestamptz not null,
  decided_by int,
  last_step_at timestamptz not null,
  unique (centre_id, id),
  constraint one_mentor_per_contact unique (centre_id, contact_key),
  constraint a_contact_is_there check (phone_sealed is not null or email_sealed is not null),
  constraint never_one_founder_too_many check (taken between 0 and capacity),
  foreign key (centre_id, decided_by) references access.members (centre_id, id)
);
comment on table mentoring.mentors is 'Volunteers who guide founders: first name, contact and link (sealed), what they can help with, sectors, languages, half-days, places. Basis: they offered. Seen by whoever holds the link, by facilitators and coordinators of that centre; first name and helps also by its founders who ask for a mentor. Erased when they say, and 12 months after the last step.';
call scope.guard('mentoring.mentors', 'select, insert, update, delete');
create policy centre on mentoring.mentors to maillage_app
  using (centre_id = (select scope.centre()) and (select scope.role()) in ('resident', 'facilitator', 'coordinator', 'system'))
  with check (centre_id = (select scope.centre()) and (select scope.role()) in ('resident', 'facilitator', 'coordinator', 'system'));

create table mentoring.asks (
  founder_id bigint primary key,
  centre_id int not null,
  asked_at timestamptz not null,
  foreign key (centre_id, founder_id) references ventures.founders (centre_id, id) on delete cascade
);
comment on table mentoring.asks is 'Which founders ask for a mentor, since when. Seen by whoever holds the founder’s link and by facilitators and coordinators of that centre. Erased with the founder or when she takes it back.';
call scope.guard('mentoring.asks', 'select, insert, delete');
create policy centre on mentoring.asks to maillage_app
  using (centre_id = (select scope.centre()) and (select scope.role()) in ('resident', 'facilitator', 'coordinator', 'system'))
  with check (centre_id = (select scope.centre()) and (select scope.role()) in ('resident', 'facilitator', 'coordinator', 'system'));

create table mentoring.wishes (
  side text not null check (side in ('founder', 'mentor')),
  centre_id int not null,
  founder_id bigint not null,
  mentor_id bigint not null,
  rank int not null check (rank between 1 and 5),
  primary key (side, founder_id, mentor_id),
  foreign key (centre_id, founder_id) references ventures.founders (centre_id, id) on delete cascade,
  foreign key (centre_id, mentor_id) references mentoring.mentors (centre_id, id) on delete cascade
);
create unique index one_wish_a_rank_of_a_founder on mentoring.wishes (founder_id, rank) where side = 'founder';
create unique index one_wish_a_rank_of_a_mentor on mentoring.wishes (mentor_id, rank) where side = 'mentor';
create index on mentoring.wishes (mentor_id);
comment on table mentoring.wishes is 'Whom somebody would like to be matched with, up to five, if she says. Seen by that person and by facilitators and coordinators of that centre, never by whoever is ranked. Erased with either of the two.';
call scope.guard('mentoring.wishes', 'select, insert, delete');
create policy centre on mentoring.wishes to maillage_app
  using (centre_id = (select scope.centre()) and (select scope.role()) in ('resident', 'facilitator', 'coordinator', 'system'))
  with check (centre_id = (select scope.centre()) and (select scope.role()) in ('resident', 'facilitator', 'coordinator', 'system'));

create table mentoring.apart (
  founder_id bigint not null,
  mentor_id bigint not null,
  centre_id int not null,
  since timestamptz not null,
  primary key (founder_id, mentor_id),
  foreign key (centre_id, founder_id) references ventures.founders (centre_id, id) on delete cascade,
  foreign key (centre_id, mentor_id) references mentoring.mentors (centre_id, id) on delete cascade
);
create index on mentoring.apart (mentor_id);
comment on table mentoring.apart is 'Pairs not to be proposed again: they stopped, or know each other from elsewhere. No reason, and not who said so. Seen by coordinators of that centre. Erased with either of the two.';
call scope.guard('mentoring.apart', 'select, insert');
create policy centre on mentoring.apart for select to maillage_app
  using (centre_id = (select scope.centre()) and (select scope.role()) in ('resident', 'facilitator', 'coordinator', 'system'));
create policy kept on mentoring.apart for insert to maillage_app
  with check (centre_id = (select scope.centre()) and (select scope.role()) in ('resident', 'coordinator', 'system'));

-- One matching: asked, found, decided pair by pair, applied.
create table mentoring.rounds (
  id bigint generated always as identity primary key,
  centre_id int not null references network.centres,
  method text not null check (method in ('scores', 'wishes')),
  status text not null default 'waiting' check (status in ('waiting', 'ready', 'applied', 'dropped')),
  founders int not null default 0 check (founders >= 0),
  mentors int not null default 0 check (mentors >= 0),
  member_id int not null,
  asked_at timestamptz not null,
  applied_at timestamptz,
  unique (centre_id, id),
  foreign key (centre_id, member_id) references access.members (centre_id, id),
  constraint an_applied_round_has_its_date check ((status = 'applied') = (applied_at is not null))
);
create index rounds_of_a_centre on mentoring.rounds (centre_id, asked_at desc);
comment on table mentoring.rounds is 'Matchings asked for: by which rule, by whom, when, what became of them. Seen by facilitators and coordinators of that centre. Kept 12 months.';
call scope.guard('mentoring.rounds', 'select, insert, update');
create policy read on mentoring.rounds for select to maillage_app
  using (centre_id = (select scope.centre()) and (select scope.role()) in ('facilitator', 'coordinator', 'system'));
create policy decide on mentoring.rounds for insert to maillage_app
  with check (centre_id = (select scope.centre()) and (select scope.role()) in ('coordinator', 'system'));
create policy change on mentoring.rounds for update to maillage_app
  using (centre_id = (select scope.centre()) and (select scope.role()) in ('coordinator', 'system'))
  with check (centre_id = (select scope.centre()) and (select scope.role()) in ('coordinator', 'system'));

create table mentoring.proposed (
  round_id bigint not null,
  centre_id int not null,
  founder_id bigint not null,
  -- None: she is left out.
  mentor_id bigint,
  score int check (score between 0 and 100),
  -- Criterion, points, of how many, about which codes.
  reasons jsonb not null default '[]',
  -- When left out: what kept her from how many mentors.
  why jsonb not null default '[]',
  decision text not null default 'open' check (decision in ('open', 'accepted', 'refused')),
  -- A member chose this mentor instead of the one proposed.
  chosen boolean not null default false,
  primary key (round_id, founder_id),
  foreign key (centre_id, round_id) references mentoring.rounds (centre_id, id) on delete cascade,
  foreign key (centre_id, founder_id) references ventures.founders (centre_id, id) on delete cascade,
  foreign key (centre_id, mentor_id) references mentoring.mentors (centre_id, id) on delete cascade,
  constraint nobody_is_accepted_alone check (decision <> 'accepted' or mentor_id is not null)
);
create index on mentoring.proposed (founder_id);
create index on mentoring.proposed (mentor_id);
comment on table mentoring.proposed is 'What a matching proposes for each founder, with the points of each criterion, and what a member decided. Seen by facilitators and coordinators of that centre. Erased with either of the two, and with the matching.';
call scope.guard('mentoring.proposed', 'select, insert, update');
create policy read on mentoring.proposed for select to maillage_app
  using (centre_id = (select scope.centre()) and (select scope.role()) in ('facilitator', 'coordinator', 'system'));
create policy decide on mentoring.proposed for insert to maillage_app
  with check (centre_id = (select scope.centre()) and (select scope.role()) in ('coordinator', 'system'));
create policy change on mentoring.proposed for update to maillage_app
  using (centre_id = (select scope.centre()) and (select scope.role()) in ('coordinator', 'system'))
  with check (centre_id = (select scope.centre()) and (select scope.role()) in ('coordinator', 'system'));

create table mentoring.blocking (
  round_id bigint not null,
  centre_id int not null,
  founder_id bigint not null,
  mentor_id bigint not null,
  primary key (round_id, founder_id, mentor_id),
  foreign key (centre_id, round_id) references mentoring.rounds (centre_id, id) on delete cascade,
  foreign key (centre_id, founder_id) references ventures.founders (centre_id, id) on delete cascade,
  foreign key (centre_id, mentor_id) references mentoring.mentors (centre_id, id) on delete cascade
);
create index on mentoring.blocking (founder_id);
create index on mentoring.blocking (mentor_id);
comment on table mentoring.blocking is 'Pairs who would rather have each other than what a matching gave them. Seen by facilitators and coordinators of that centre. Erased with either of the two, and with the matching.';
call scope.guard('mentoring.blocking', 'select, insert');
create policy read on mentoring.blocking for select to maillage_app
  using (centre_id = (select scope.centre()) and (select scope.role()) in ('facilitator', 'coordinator', 'system'));
create policy decide on mentoring.blocking for insert to maillage_app
  with check (centre_id = (select scope.centre()) and (select scope.role()) in ('coordinator', 'system'));
