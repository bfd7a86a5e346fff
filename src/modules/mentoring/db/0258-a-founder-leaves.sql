-- A founder erases everything, or is forgotten after a year: her match goes with her, and only here is it still known that
-- there was one. Her mentor is told by a job that names nobody. Like whoever's match is stopped, he is remembered for
-- another year: he was guiding somebody until now.
create function mentoring.note_leaving() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  -- A match taken back before anybody was told is deleted too: her row is then still there.
  if old.status = 'live' and old.tell_at <= now() and not exists (select from ventures.founders f where f.id = old.founder_id) then
    update mentoring.mentors set last_step_at = greatest(last_step_at, now()) where id = old.mentor_id;
    if found then
      perform jobs.enqueue('mentoring.tell-leaving',
        json_build_object('centre', old.centre_id, 'mentor', old.mentor_id, 'match', old.id),
        null, 'mentoring:leaving:' || old.id);
    end if;
  end if;
  return null;
end $$;
create trigger notes_leaving after delete on mentoring.matches
  for each row execute function mentoring.note_leaving();
revoke execute on function mentoring.note_leaving() from public;
