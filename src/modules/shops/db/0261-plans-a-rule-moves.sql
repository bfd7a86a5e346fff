-- Which plans a changed rule moves, for who reads the rules. The network manager's view is of the whole network and names no
-- town; a facilitator or a coordinator sees the shops of their own centre, as the tables themselves would let them; nobody
-- else sees anything. A plan is told by a code made for one rule and one viewer's reach: it opens nothing, it cannot be
-- turned back into a link, and codes seen on two rules, or by a centre and by the network, cannot be laid side by side.
-- The answers come only with a plan that holds the question: the others cannot be moved by it.
create function shops.plans_asked(question text, at timestamptz)
returns table (plan bytea, town text, sector text, month date, answers jsonb)
language sql stable security definer set search_path = pg_catalog as $$
  select
    sha256(convert_to(plans_asked.question || ':' || coalesce((select scope.centre()), 0), 'UTF8') || s.token_hash),
    case when (select scope.role()) <> 'network-manager' then s.town end,
    s.sector,
    date_trunc('month', r.finished_at at time zone 'UTC')::date,
    case when r.answers ->> plans_asked.question in ('no', 'partly') then r.answers end
  from shops.shops s
  cross join lateral (
    select one.answers, one.finished_at from shops.rounds one
    where one.shop_id = s.id and one.finished_at <= plans_asked.at
    order by one.finished_at desc limit 1) r
  where (select scope.role()) = 'network-manager'
    or ((select scope.role()) in ('facilitator', 'coordinator') and s.centre_id = (select scope.centre()))
$$;
revoke execute on function shops.plans_asked(text, timestamptz) from public;
grant execute on function shops.plans_asked(text, timestamptz) to maillage_app;

-- It answered whoever asked, whatever their role, and only a number was made of it.
drop function shops.all_answers();

comment on table shops.rounds is 'What a shop answered, the first time and three and six months later: yes, partly, no. Seen and erased with the shop. When a rule changes, the network manager sees of the plans it moves a code that opens nothing, the trade and the months that at least eleven shops share, and what moves; no town, no answer to another question.';
