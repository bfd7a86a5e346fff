-- What a session holds is taken away and written again: two gestures on one session take turns, or the second would meet
-- what the first is about to take away.
create or replace function programme.occupy_by_session(session int) returns void language plpgsql security definer set search_path = pg_catalog as $$
begin
  perform from programme.sessions where id = session for update;
  delete from network.occupations where by_kind = 'session' and by_id = session;
  insert into network.occupations (centre_id, resource, resource_id, by_kind, by_id, outing, place_id, during)
  select s.centre_id, held.resource, held.id, 'session', s.id, coalesce(s.stop_id, -s.id), s.place_id,
    tstzrange(s.starts_at - make_interval(mins => s.preparation_minutes), s.ends_at + make_interval(mins => s.tidy_minutes))
  from programme.sessions s cross join lateral (
    select 'space' as resource, s.space_id as id where s.space_id is not null
    union select 'host', member_id from programme.session_hosts where session_id = s.id
    union select 'kit', kit_id from programme.session_kits where session_id = s.id
  ) held
  where s.id = session and s.status <> 'cancelled'
  order by held.resource, held.id;
end $$;
