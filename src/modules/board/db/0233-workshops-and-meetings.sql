-- A member finds that several people could learn from an offer: the coordinator reads it until she has seen it.
alter table board.notices add column workshop_asked_at timestamptz;
alter table board.notices add constraint a_workshop_comes_from_an_offer check (workshop_asked_at is null or side = 'offer');

-- When two people were told they meet: what they are told again when it is no longer true.
alter table board.introductions add column meets_at timestamptz;

create function board.start_of(opening int, session int) returns timestamptz
language sql stable security definer set search_path = pg_catalog as $$
  select coalesce(
    (select starts_at from fablab.openings o where o.id = opening),
    (select starts_at from programme.sessions s where s.id = session and s.status = 'published'))
$$;
revoke execute on function board.start_of(int, int) from public;
grant execute on function board.start_of(int, int) to maillage_app;

create function board.note_meeting() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  if new.status = 'introduced' and (tg_op = 'INSERT' or old.status <> 'introduced') then
    new.meets_at := board.start_of(new.opening_id, new.session_id);
  end if;
  return new;
end $$;
create trigger notes_meeting before insert or update of status on board.introductions
  for each row execute function board.note_meeting();
revoke execute on function board.note_meeting() from public;

-- In every centre: meetings to come whose session or opening was moved, cancelled or removed since the two were told.
create function board.meetings_changed(at timestamptz) returns table (id bigint, centre_id int)
language sql stable security definer set search_path = pg_catalog as $$
  select i.id, i.centre_id from board.introductions i
  where i.status = 'introduced' and i.meets_at > at
    and board.start_of(i.opening_id, i.session_id) is distinct from i.meets_at
$$;
revoke execute on function board.meetings_changed(timestamptz) from public;
grant execute on function board.meetings_changed(timestamptz) to maillage_app;
