-- A session held at a place while the nomadic team stops there is part of that stop, whoever plans it and however.
create function programme.session_joins_stop() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  new.stop_id := (
    select id from network.stops
    where centre_id = new.centre_id and place_id = new.place_id and status = 'planned'
      and starts_at <= new.starts_at and ends_at >= new.ends_at
    order by id limit 1
  );
  return new;
end $$;
create trigger joins_stop before insert or update of place_id, starts_at, ends_at on programme.sessions
  for each row execute function programme.session_joins_stop();
