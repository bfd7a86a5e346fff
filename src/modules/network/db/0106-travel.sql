-- « Least » and « greatest » pass over what is unknown: a place without a position was four hours away. It is half an hour.
create or replace function network.kilometres(a int, b int) returns double precision language sql stable parallel safe
  set search_path = public, pg_catalog as $$
  select case when p.position is not null and q.position is not null
    then 1.3 * 2 * 6371 * asin(least(1, cube_distance(p.position, q.position) / 2)) end
  from network.places p, network.places q
  where p.id = a and q.id = b
$$;

create or replace function network.travel_minutes(a int, b int) returns int language sql stable parallel safe
  set search_path = pg_catalog as $$
  select case when a = b then 0 else coalesce((
    select least(240, ceil(10 + least(km, 10) / 25 * 60 + greatest(km - 10, 0) / 60 * 60))
    from network.kilometres(a, b) as km where km is not null
  ), 30)::int end
$$;
