-- Minutes given by the members of a partner's organisation, whatever the session: a number, no name.
create function planning.partner_minutes(since date) returns int
language sql stable security definer set search_path = pg_catalog as $$
  select coalesce(sum(minutes), 0)::int from team.hours
  where organisation_id = (select planning.own_organisation()) and centre_id = scope.centre() and on_day >= since
$$;
revoke execute on function planning.partner_minutes(date) from public;
grant execute on function planning.partner_minutes(date) to maillage_app;
