-- Whoever is forgotten as a resident is forgotten as a maker: no link, no year of birth, no adult. The owner's right, for
-- this one gesture, and never what is recent.
create function fablab.forget(before timestamptz) returns int
language sql security definer set search_path = pg_catalog as $$
  with forgotten as (
    delete from fablab.makers k using people.residents r
    where r.id = k.resident_id and r.last_contact_at < least(before, now() - interval '11 months')
      and not exists (select from fablab.bookings b where b.maker_id = k.id and b.starts_at > before)
    returning 1
  )
  select count(*)::int from forgotten
$$;
revoke execute on function fablab.forget(timestamptz) from public;
grant execute on function fablab.forget(timestamptz) to maillage_app;
