create schema if not exists games;
grant usage on schema games to maillage_app;

-- A pack played live in a room, at one pace. Everything acknowledged is a row: the journal is the database.
create table games.games (
  id int generated always as identity primary key,
  centre_id int not null references network.centres,
  -- Typed or scanned to join: five signs that cannot be confused.
  code text not null unique check (code ~ '^[2-9A-HJKMNP-TV-Z]{5}$'),
  -- The session of the programme it belongs to, if any.
  session_id int,
  title jsonb not null,
  choices jsonb not null,
  phase text not null default 'lobby' check (phase in ('lobby', 'asking', 'shown', 'ended')),
  position int not null default 0,
  total int not null check (total between 1 and 40),
  paused boolean not null default false,
  closes_at timestamptz,
  -- What was left of the timer when the game was paused, milliseconds.
  remaining_ms int check (remaining_ms > 0),
  -- Grows with every change that everybody sees.
  version int not null default 1,
  opened_by int not null references access.members,
  opened_at timestamptz not null,
  changed_at timestamptz not null,
  ended_at timestamptz,
  -- Names, seats and answers are gone.
  forgotten_at timestamptz,
  unique (centre_id, id),
  constraint within_its_questions check (position between 0 and total),
  constraint a_question_is_under_way check (phase not in ('asking', 'shown') or position > 0),
  constraint the_timer_is_of_a_question check (closes_at is null or phase = 'asking'),
  constraint an_end_has_its_moment check ((phase = 'ended') = (ended_at is not null))
);
create index games_of_a_centre on games.games (centre_id, opened_at desc);
comment on table games.games is 'A game played live in a centre: which pack, where it stands, who of the team opened it. No player. Seen by the facilitators and coordinators of that centre. Kept 5 years with its figures.';
call scope.guard('games.games', 'select, insert, update');

create table games.questions (
  game_id int not null,
  centre_id int not null,
  position int not null check (position > 0),
  pack text not null,
  -- The item as it was when the game opened: a pack replaced meanwhile changes no game under way.
  item jsonb not null,
  -- Asked a second time, at the end: the position it had the first time.
  again_of int,
  primary key (game_id, position),
  foreign key (centre_id, game_id) references games.games (centre_id, id)
);
comment on table games.questions is 'The questions of a live game. No player. Seen by the facilitators and coordinators of that centre. Kept 5 years with its figures.';
call scope.guard('games.questions', 'select, insert');

create table games.seats (
  id int generated always as identity primary key,
  game_id int not null,
  centre_id int not null,
  -- Gives the seat back to a phone that lost it.
  code text not null check (code ~ '^\d{4}$'),
  name text not null check (length(name) between 1 and 40),
  team int check (team between 1 and 6),
  way text not null check (way in ('phone', 'tablet', 'card')),
  card int check (card between 1 and 60),
  token_hash bytea,
  sat_at timestamptz not null,
  constraint one_seat_of_a_code unique (game_id, code),
  constraint one_seat_of_a_name unique (game_id, name),
  constraint one_seat_of_a_card unique (game_id, card),
  constraint one_seat_of_a_token unique (token_hash),
  constraint cards_have_numbers check ((way = 'card') = (card is not null)),
  constraint who_holds_it check ((way = 'card') = (token_hash is null)),
  unique (game_id, id),
  foreign key (centre_id, game_id) references games.games (centre_id, id)
);
comment on table games.seats is 'Who plays a live game: a first name or an animal, and the hash of what the phone shows. Basis: they joined. Seen by the facilitators and coordinators of that centre. Deleted a day after the end.';
call scope.guard('games.seats', 'select, insert, update, delete');

create table games.answers (
  id bigint generated always as identity primary key,
  game_id int not null,
  centre_id int not null,
  position int not null,
  -- Null for hands, which are counted and belong to nobody.
  seat_id int,
  way text not null check (way in ('phone', 'tablet', 'card', 'hands')),
  answer jsonb not null,
  verdict text not null check (verdict in ('right', 'partly', 'wrong', 'open')),
  people int not null default 1 check (people between 1 and 500),
  -- Orders the answers of one phone, whatever road each took.
  nonce bigint not null default 0,
  answered_at timestamptz not null,
  constraint hands_belong_to_nobody check ((way = 'hands') = (seat_id is null)),
  foreign key (game_id, position) references games.questions (game_id, position),
  foreign key (game_id, seat_id) references games.seats (game_id, id) on delete cascade
);
create unique index one_answer_of_a_seat on games.answers (game_id, position, seat_id) where seat_id is not null;
create unique index one_count_of_hands on games.answers (game_id, position, answer) where seat_id is null;
create index answers_of_a_seat on games.answers (seat_id);
comment on table games.answers is 'What was answered in a live game, by which seat. Nobody is shown another’s answer. Read as numbers by the team of that centre. Deleted a day after the end.';
call scope.guard('games.answers', 'select, insert, update, delete');

create table games.figures (
  game_id int not null,
  centre_id int not null,
  position int not null,
  session_id int,
  pack text not null,
  item text not null,
  again_of int,
  on_day date not null,
  people int not null check (people >= 0),
  "right" int not null check ("right" >= 0),
  partly int not null check (partly >= 0),
  wrong int not null check (wrong >= 0),
  primary key (game_id, position),
  foreign key (centre_id, game_id) references games.games (centre_id, id),
  check ("right" + partly + wrong <= people)
);
create index figures_of_a_centre on games.figures (centre_id, on_day);
comment on table games.figures is 'How a room answered each question: numbers, nobody. Basis: measuring what is learned. Seen by the team of that centre and by the network manager. Kept 5 years.';
call scope.guard('games.figures', 'select, insert');

do $$
declare guarded text;
begin
  foreach guarded in array array['games', 'questions', 'seats', 'answers', 'figures'] loop
    execute format($policy$
      create policy team on games.%1$I to maillage_app
        using (centre_id = (select scope.centre()) and (select scope.role()) in ('coordinator', 'facilitator'))
        with check (centre_id = (select scope.centre()) and (select scope.role()) in ('coordinator', 'facilitator'));
      create policy game_itself on games.%1$I to maillage_app
        using ((select scope.role()) = 'system' and ((select scope.centre()) is null or centre_id = (select scope.centre())))
        with check ((select scope.role()) = 'system' and ((select scope.centre()) is null or centre_id = (select scope.centre())));
    $policy$, guarded);
  end loop;
end $$;
create policy network on games.figures for select to maillage_app using ((select scope.role()) = 'network-manager');

-- From the code on the screen to its game: all that whoever joins may ask.
create function games.game_of_code(typed text) returns table (id int, centre_id int)
language sql stable security definer set search_path = pg_catalog as $$
  select id, centre_id from games.games where code = typed and forgotten_at is null
$$;
