create schema board;
grant usage on schema board to maillage_app;

create table board.neighbours (
  id bigint generated always as identity primary key,
  centre_id int not null references network.centres,
  name text not null check (length(name) between 1 and 80),
  contact_key bytea not null,
  phone_sealed bytea,
  email_sealed bytea,
  language text not null check (language in ('fr', 'en', 'ar')),
  token_hash bytea not null unique,
  token_sealed bytea not null,
  created_at timestamptz not null,
  last_step_at timestamptz not null,
  unique (centre_id, id),
  -- A contact is one neighbour in a centre, whoever types it and however often.
  constraint one_neighbour_per_contact unique (centre_id, contact_key),
  constraint a_contact_is_a_phone_or_an_email check (num_nonnulls(phone_sealed, email_sealed) = 1)
);
create index neighbours_by_last_step on board.neighbours (last_step_at);
comment on table board.neighbours is 'Who asks, offers or answers on the board: first name, contact (sealed), link (sealed). Basis: they asked. Seen by whoever holds the link, and by facilitators and coordinators of that centre; never shown to the other person. Erased when they say, and 12 months after the last step.';
call scope.guard('board.neighbours', 'select, insert, update, delete');
create policy centre on board.neighbours to maillage_app
  using (centre_id = (select scope.centre()) and (select scope.role()) in ('resident', 'facilitator', 'coordinator', 'system'))
  with check (centre_id = (select scope.centre()) and (select scope.role()) in ('resident', 'facilitator', 'coordinator', 'system'));

create table board.notices (
  id bigint generated always as identity primary key,
  centre_id int not null references network.centres,
  neighbour_id bigint not null,
  -- Which of a neighbour's three pins holds it: there is no fourth.
  pin smallint not null check (pin between 1 and 3),
  side text not null check (side in ('ask', 'offer')),
  subject text not null check (subject ~ '^[a-z-]{2,30}$'),
  machine_kind text check (machine_kind in ('3d-printer', 'laser', 'vinyl', 'sewing', 'embroidery', 'electronics', 'computer')),
  sentence text not null check (length(sentence) between 10 and 140),
  -- The language the sentence is written in.
  written_in text not null check (written_in in ('fr', 'en', 'ar')),
  languages text[] not null check (cardinality(languages) between 1 and 6),
  half_days text[] not null
    check (half_days <@ '{week-morning,week-afternoon,week-evening,saturday-morning,saturday-afternoon}' and cardinality(half_days) > 0),
  -- A place of the network where they would meet; null: any of the centre's. Never somebody's home.
  place_id int references network.places,
  -- When help was asked for at a moment of the centre: an opening of the lab, or a session.
  opening_id int,
  session_id int references programme.sessions on delete set null,
  status text not null default 'waiting' check (status in ('waiting', 'published', 'met', 'refused', 'done', 'closed', 'expired')),
  -- Why it was refused: a ready sentence, never words of one's own.
  refused_for text check (refused_for ~ '^[a-z-]{2,30}$'),
  valid_until date not null,
  created_at timestamptz not null,
  decided_at timestamptz,
  decided_by int,
  unique (centre_id, id),
  foreign key (centre_id, neighbour_id) references board.neighbours (centre_id, id) on delete cascade,
  foreign key (centre_id, opening_id) references fablab.openings (centre_id, id) on delete set null (opening_id),
  foreign key (centre_id, decided_by) references access.members (centre_id, id),
  constraint a_machine_is_for_machine_help check (machine_kind is null or subject = 'machine-help'),
  constraint one_moment_at_most check (num_nonnulls(opening_id, session_id) <= 1),
  constraint a_refusal_has_its_sentence check ((status = 'refused') = (refused_for is not null)),
  constraint sixty_days_at_most check (valid_until <= (created_at at time zone 'UTC')::date + 61),
  -- The form says it kindly; whatever writes a notice, no phone, address or mail is ever pinned up.
  constraint nobodys_contact_is_pinned_up check (sentence !~* '(([0-9]|[٠-٩])[ ./()-]*){7,}|@|https?:|www\.')
);
create unique index three_open_notices_each on board.notices (neighbour_id, pin)
  where status in ('waiting', 'published', 'met');
create index notices_shown on board.notices (centre_id, created_at desc) where status = 'published';
create index notices_to_read on board.notices (centre_id, created_at) where status = 'waiting';
comment on table board.notices is 'Asks and offers between residents: one sentence of 140 signs without contact or money, a subject, languages, half-days, a public place, until when. Nobody but the team reads it before a member said yes; once published it is public, without its author. Erased with its author.';
call scope.guard('board.notices', 'select, insert, update, delete');
create policy published on board.notices for select to maillage_app
  using (status = 'published' and (select scope.role()) <> 'nobody');
create policy centre on board.notices to maillage_app
  using (centre_id = (select scope.centre()) and (select scope.role()) in ('resident', 'facilitator', 'coordinator', 'system'))
  with check (centre_id = (select scope.centre())
    and ((select scope.role()) in ('facilitator', 'coordinator', 'system')
      -- Whoever writes a notice does not publish it.
      or ((select scope.role()) = 'resident' and decided_by is null and status = 'waiting')
      or ((select scope.role()) = 'resident' and status in ('done', 'closed'))));

create table board.introductions (
  id bigint generated always as identity primary key,
  centre_id int not null references network.centres,
  notice_id bigint not null,
  -- Who answered, or whose offer was found.
  other_id bigint not null,
  -- The offer that answers the ask, when the rules found it.
  offer_id bigint,
  status text not null default 'proposed' check (status in ('proposed', 'introduced', 'refused', 'stopped', 'done')),
  opening_id int,
  session_id int references programme.sessions on delete set null,
  proposed_at timestamptz not null,
  decided_at timestamptz,
  decided_by int,
  ended_at timestamptz,
  unique (notice_id, other_id),
  foreign key (centre_id, notice_id) references board.notices (centre_id, id) on delete cascade,
  foreign key (centre_id, offer_id) references board.notices (centre_id, id) on delete set null (offer_id),
  foreign key (centre_id, other_id) references board.neighbours (centre_id, id) on delete cascade,
  foreign key (centre_id, opening_id) references fablab.openings (centre_id, id) on delete set null (opening_id),
  foreign key (centre_id, decided_by) references access.members (centre_id, id),
  constraint one_moment_at_most check (num_nonnulls(opening_id, session_id) <= 1),
  constraint a_human_decided check (status not in ('introduced', 'done', 'refused') or decided_by is not null)
);
create index introductions_of_somebody on board.introductions (other_id);
create index introductions_open on board.introductions (centre_id, status) where status in ('proposed', 'introduced');
comment on table board.introductions is 'Who answered which notice, whether a member put the two in touch, and where they meet. Seen by the two by their links (first names only) and by facilitators and coordinators of that centre. Erased with either of them.';
call scope.guard('board.introductions', 'select, insert, update, delete');
create policy centre on board.introductions to maillage_app
  using (centre_id = (select scope.centre()) and (select scope.role()) in ('resident', 'facilitator', 'coordinator', 'system'))
  with check (centre_id = (select scope.centre())
    and ((select scope.role()) in ('facilitator', 'coordinator', 'system')
      or ((select scope.role()) = 'resident' and status in ('proposed', 'stopped', 'done'))));

create table board.reports (
  notice_id bigint not null,
  centre_id int not null,
  reason text not null check (reason in ('contact', 'money', 'hurtful', 'false', 'other')),
  reported_at timestamptz not null,
  primary key (notice_id, reason),
  foreign key (centre_id, notice_id) references board.notices (centre_id, id) on delete cascade
);
comment on table board.reports is 'What somebody found wrong with a notice, by reason, once each; never who said so. Seen by facilitators and coordinators of that centre. Erased with the notice, or once read.';
call scope.guard('board.reports', 'select, insert, delete');
create policy centre on board.reports to maillage_app
  using (centre_id = (select scope.centre()) and (select scope.role()) in ('resident', 'facilitator', 'coordinator', 'system'))
  with check (centre_id = (select scope.centre()) and (select scope.role()) in ('resident', 'facilitator', 'coordinator', 'system'));

create table board.figures (
  centre_id int not null references network.centres,
  month date not null check (extract(day from month) = 1),
  subject text not null,
  asks int not null default 0 check (asks >= 0),
  offers int not null default 0 check (offers >= 0),
  introductions int not null default 0 check (introductions >= 0),
  done int not null default 0 check (done >= 0),
  primary key (centre_id, month, subject)
);
comment on table board.figures is 'How many notices were published, how many people put in touch, how many things done, by month and subject, without names. Seen by facilitators and coordinators of that centre and by the network. Kept.';
call scope.guard('board.figures', 'select');
create policy figures on board.figures for select to maillage_app
  using ((select scope.role()) = 'network-manager'
    or (centre_id = (select scope.centre()) and (select scope.role()) in ('facilitator', 'coordinator', 'system')));

create function board.count_notice() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  if new.status = 'published' and old.status = 'waiting' then
    insert into board.figures as f (centre_id, month, subject, asks, offers)
      values (new.centre_id, date_trunc('month', new.decided_at at time zone 'UTC')::date, new.subject,
        (new.side = 'ask')::int, (new.side = 'offer')::int)
      on conflict (centre_id, month, subject) do update
        set asks = f.asks + excluded.asks, offers = f.offers + excluded.offers;
  -- Helped by whoever was there; an ask that was « met » is counted with its introduction.
  elsif new.status = 'done' and old.status = 'published' then
    insert into board.figures as f (centre_id, month, subject, done)
      values (new.centre_id, date_trunc('month', now() at time zone 'UTC')::date, new.subject, 1)
      on conflict (centre_id, month, subject) do update set done = f.done + 1;
  end if;
  return null;
end $$;
create trigger counts_notice after update of status on board.notices
  for each row execute function board.count_notice();
revoke execute on function board.count_notice() from public;

create function board.count_introduction() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
declare about text;
begin
  if new.status in ('introduced', 'done') and (tg_op = 'INSERT' or new.status <> old.status) then
    select n.subject into about from board.notices n where n.id = new.notice_id;
    insert into board.figures as f (centre_id, month, subject, introductions, done)
      values (new.centre_id, date_trunc('month', coalesce(new.ended_at, new.decided_at) at time zone 'UTC')::date, about,
        (new.status = 'introduced')::int, (new.status = 'done')::int)
      on conflict (centre_id, month, subject) do update
        set introductions = f.introductions + excluded.introductions, done = f.done + excluded.done;
  end if;
  return null;
end $$;
create trigger counts_introduction after insert or update of status on board.introductions
  for each row execute function board.count_introduction();
revoke execute on function board.count_introduction() from public;

-- An ask whose only introduction ends otherwise than well is shown again, whoever ended it, erasure included.
create function board.show_again() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  if old.status = 'introduced' and (tg_op = 'DELETE' or new.status in ('stopped', 'refused')) then
    update board.notices n set status = 'published'
      where n.id = old.notice_id and n.status = 'met'
        and not exists (select from board.introductions i where i.notice_id = n.id and i.id <> old.id and i.status = 'introduced');
  end if;
  return null;
end $$;
create trigger shows_again after delete or update of status on board.introductions
  for each row execute function board.show_again();
revoke execute on function board.show_again() from public;

-- From a link to its centre, and nothing more: all else is then asked inside that centre's scope.
create function board.centre_of_token(token_hash bytea) returns int
language sql stable security definer set search_path = pg_catalog as $$
  select centre_id from board.neighbours n where n.token_hash = centre_of_token.token_hash
$$;
revoke execute on function board.centre_of_token(bytea) from public;
grant execute on function board.centre_of_token(bytea) to maillage_app;

-- In every centre at once: takes down what is past its day. Tells how many.
create function board.expire(today date) returns int
language sql security definer set search_path = pg_catalog as $$
  with expired as (
    update board.notices set status = 'expired'
      -- Two people put in touch have a month more to say how it went.
      where (status in ('waiting', 'published') and valid_until < today) or (status = 'met' and valid_until < today - 30)
      returning 1
  )
  select count(*)::int from expired
$$;
revoke execute on function board.expire(date) from public;
grant execute on function board.expire(date) to maillage_app;

-- Forgetting, for every centre at once: the owner's right, for this one gesture, and never what is recent.
create function board.forget(before timestamptz) returns int
language sql security definer set search_path = pg_catalog as $$
  with forgotten as (
    delete from board.neighbours where last_step_at < least(before, now() - interval '11 months') returning 1
  )
  select count(*)::int from forgotten
$$;
revoke execute on function board.forget(timestamptz) from public;
grant execute on function board.forget(timestamptz) to maillage_app;
