-- A host's own agenda: one link a member, which she may renew; the old one then opens nothing.
create table programme.host_feeds (
  member_id int primary key,
  centre_id int not null,
  token_hash bytea not null unique,
  token_sealed bytea not null,
  created_at timestamptz not null,
  foreign key (centre_id, member_id) references access.members (centre_id, id)
);
comment on table programme.host_feeds is 'The secret link by which a host’s own agenda follows her sessions; sealed. Basis: she asked for it. Seen by herself. Deleted when she closes it; opens nothing once she has left the team.';
call scope.guard('programme.host_feeds', 'select, insert, update, delete');
create policy oneself on programme.host_feeds to maillage_app
  using (centre_id = (select scope.centre()) and member_id = (select scope.member()))
  with check (centre_id = (select scope.centre()) and member_id = (select scope.member()));

-- From a link to whose agenda it is, and nothing more. Nobody, once she has left the team.
create function programme.host_of_feed(token_hash bytea) returns table (member int, name text)
language sql stable security definer set search_path = pg_catalog as $$
  select m.id, m.name from programme.host_feeds f join access.members m on m.id = f.member_id
  where f.token_hash = host_of_feed.token_hash and m.active
$$;
revoke execute on function programme.host_of_feed(bytea) from public;
grant execute on function programme.host_of_feed(bytea) to maillage_app;
