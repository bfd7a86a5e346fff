-- Whatever stops holding a machine, or a room that would hear it, frees hours for who waits: a session cancelled, moved,
-- shortened or thrown away, a clinic, a booking erased. It is seen here, where every way to hold ends, so that no page, job
-- or module can forget it, and the module that cancels need not know that there are machines. Too many is harmless: a
-- session that changes hosts leaves its room and takes it again, and the job finds nothing free.
create function fablab.note_freed() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  perform jobs.enqueue('fablab.give-freed', json_build_object('centre', m.centre_id, 'machine', m.id))
    from fablab.machines m
    where m.id in (
        select old.resource_id where old.resource = 'machine'
        union all
        select heard.machine_id from fablab.interlocks heard where old.resource = 'space' and heard.space_id = old.resource_id)
      and exists (select from fablab.bookings b where b.machine_id = m.id and b.status = 'waiting'
        and b.starts_at < upper(old.during) and b.ends_at > lower(old.during));
  return null;
end $$;
revoke execute on function fablab.note_freed() from public;
create trigger notes_freed after delete on network.occupations
  for each row when (old.resource in ('machine', 'space') and old.by_kind <> 'noise') execute function fablab.note_freed();
