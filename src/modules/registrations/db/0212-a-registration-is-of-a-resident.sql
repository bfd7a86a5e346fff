alter table registrations.registrations add constraint registration_of_a_resident_of_the_centre
  foreign key (resident_id, centre_id) references people.residents (id, centre_id);

-- What a facilitator may see is a list, read once and only when a facilitator asks. Written out inside each policy it was
-- planned and prepared again at every mention of a table, even for a resident who joins: half the time of a registration.
create function registrations.hosted() returns int[] language sql stable security definer set search_path = pg_catalog
  return array(select coalesce(s.lead_id, s.id)
    from programme.session_hosts h join programme.sessions s on s.id = h.session_id
    where h.member_id = scope.member() and h.centre_id = scope.centre());
create function registrations.met() returns bigint[] language sql stable security definer set search_path = pg_catalog
  return array(select resident_id from registrations.registrations
    where centre_id = scope.centre() and session_id = any(registrations.hosted()));
revoke execute on function registrations.hosted(), registrations.met() from public;
grant execute on function registrations.hosted(), registrations.met() to maillage_app;
comment on function registrations.hosted() is 'Sessions the member who asks hosts; of a course, the date that holds its seats.';
comment on function registrations.met() is 'Residents who joined the sessions the member who asks hosts.';

drop policy centre on registrations.registrations;
create policy centre on registrations.registrations to maillage_app
  using (centre_id = (select scope.centre())
    and ((select scope.role()) in ('resident', 'receptionist', 'coordinator', 'key', 'system')
      or ((select scope.role()) = 'facilitator' and session_id = any((select registrations.hosted())::int[]))))
  with check (centre_id = (select scope.centre())
    and ((select scope.role()) in ('resident', 'receptionist', 'coordinator', 'key', 'system')
      or ((select scope.role()) = 'facilitator' and session_id = any((select registrations.hosted())::int[]))));

drop policy door on people.residents;
create policy door on people.residents to maillage_app
  using (centre_id = (select scope.centre())
    and ((select scope.role()) in ('resident', 'receptionist', 'coordinator', 'system')
      or ((select scope.role()) = 'facilitator' and
        (added_by = (select scope.member()) or id = any((select registrations.met())::bigint[])))))
  with check (centre_id = (select scope.centre())
    and (select scope.role()) in ('resident', 'receptionist', 'facilitator', 'coordinator', 'system'));
