-- Who applies again is judged again: marks were given for other words.
create function ventures.judge_again() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  delete from ventures.scores where application_id = new.id;
  return null;
end $$;
revoke execute on function ventures.judge_again() from public;
create trigger is_judged_again after update of status on ventures.applications
  for each row when (old.status = 'withdrawn' and new.status = 'sent') execute function ventures.judge_again();

-- A cohort called off has no meeting left to count from: then from the last day one could apply.
create or replace function ventures.forget_scores(before timestamptz) returns int
language sql security definer set search_path = pg_catalog as $$
  with forgotten as (
    delete from ventures.scores s using ventures.applications a
    where a.id = s.application_id and a.cohort_id in (
      select c.id from ventures.cohorts c left join ventures.cohort_meetings m on m.cohort_id = c.id
      group by c.id having coalesce(min(m.starts_at), c.closes_on + 1) < least(before, now() - interval '55 days'))
    returning 1
  )
  select count(*)::int from forgotten
$$;
