-- All labs in one table, for the network manager alone: twelve counts for each, and nobody's rows. Fewer than eleven people
-- leave the database as null: no page can forget to say « fewer than 11 ». Of people at machines, the best month and no sum:
-- whoever comes in two months is one person.
create function fablab.figures_of_centres(since date)
returns table (centre_id int, centre text, minutes int, bookings int, absences int, makers int, group_people int, came int, given int, used json)
language sql stable security definer set search_path = pg_catalog as $$
  with counted as (
    select c.id, c.name,
      coalesce((select sum(h.minutes) from fablab.hour_figures h where h.centre_id = c.id and h.month >= since), 0)::int as minutes,
      coalesce((select sum(h.bookings) from fablab.hour_figures h where h.centre_id = c.id and h.month >= since), 0)::int as bookings,
      coalesce((select sum(h.absences) from fablab.hour_figures h where h.centre_id = c.id and h.month >= since), 0)::int as absences,
      coalesce((select max(m.makers) from fablab.maker_figures m where m.centre_id = c.id and m.month >= since), 0)::int as makers,
      coalesce((select sum(h.group_people) from fablab.hour_figures h where h.centre_id = c.id and h.month >= since), 0)::int as group_people,
      coalesce((select sum(p.people) from fablab.presences p
        where p.centre_id = c.id and p.came_at >= since::timestamp at time zone c.time_zone), 0)::int as came,
      coalesce((select sum(i.given) from fablab.induction_figures i where i.centre_id = c.id and i.month >= since), 0)::int as given,
      coalesce((select json_object_agg(u.unit, u.amount) from (
        select m.unit, sum(s.amount) as amount from fablab.stock_moves s join fablab.materials m on m.id = s.material_id
        where s.centre_id = c.id and s.kind = 'used' and s.noted_at >= since::timestamp at time zone c.time_zone group by m.unit) u), '{}') as used
    from network.centres c
    where scope.role() = 'network-manager'
      and (exists (select from fablab.machines m where m.centre_id = c.id)
        or exists (select from fablab.hour_figures h where h.centre_id = c.id and h.month >= since))
  )
  select id, name, minutes, bookings, absences,
    case when makers not between 1 and 10 then makers end,
    case when group_people not between 1 and 10 then group_people end,
    case when came not between 1 and 10 then came end,
    case when given not between 1 and 10 then given end,
    used
  from counted order by name
$$;
revoke execute on function fablab.figures_of_centres(date) from public;
grant execute on function fablab.figures_of_centres(date) to maillage_app;
