-- What somebody was present at, by the fingerprint of a contact and in the centre of this scope: the activities, nothing
-- else of the registrations. For whoever proved the contact is theirs, and for the team that walks with them.
create function attendance.attended(contact bytea) returns table (slug text, attended_on date)
language sql stable security definer set search_path = pg_catalog as $$
  select a.slug, max((s.starts_at at time zone c.time_zone)::date)
  from people.residents p
  join registrations.registrations r on r.centre_id = p.centre_id and r.resident_id = p.id and r.status <> 'cancelled'
  join lateral (
    select distinct on (m.session_id) m.session_id, m.mark from attendance.marks m
    where m.registration_id = r.id order by m.session_id, m.id desc
  ) latest on latest.mark = 'present'
  join programme.sessions s on s.id = latest.session_id
  join programme.activities a on a.id = s.activity_id
  join network.centres c on c.id = p.centre_id
  where p.contact_key = contact and p.centre_id = (select scope.centre())
    and (select scope.role()) in ('resident', 'facilitator', 'coordinator', 'system')
  group by a.slug
$$;
revoke execute on function attendance.attended(bytea) from public;
grant execute on function attendance.attended(bytea) to maillage_app;
