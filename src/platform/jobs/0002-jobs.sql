-- Adding a job: one function of the owner, the app role has no other right on the queue.
-- It writes what graphile_worker.add_job writes, without its NOTIFY, which serialises commits (decision 0009).
create schema jobs;
grant usage on schema jobs to maillage_app;

create function jobs.enqueue(task text, payload json, run_at timestamptz default null, key text default null)
returns bigint language plpgsql security definer set search_path = pg_catalog as $$
#variable_conflict use_column
declare
  task_number int;
  job_number bigint;
begin
  select id into task_number from graphile_worker._private_tasks where identifier = enqueue.task;
  if task_number is null then
    insert into graphile_worker._private_tasks (identifier) values (enqueue.task)
      on conflict (identifier) do update set identifier = excluded.identifier returning id into task_number;
  end if;
  insert into graphile_worker._private_jobs as job (task_id, payload, run_at, key, max_attempts)
    values (task_number, enqueue.payload, coalesce(enqueue.run_at, now()), enqueue.key, 10)
    on conflict (key) do update set task_id = excluded.task_id, payload = excluded.payload, run_at = excluded.run_at,
      attempts = 0, last_error = null, revision = job.revision + 1, updated_at = now()
    where job.locked_at is null
    returning id into job_number;
  if job_number is null then
    -- It is running now: let it end without its key, and add the new one beside it.
    update graphile_worker._private_jobs set key = null, attempts = max_attempts, updated_at = now()
      where key = enqueue.key;
    insert into graphile_worker._private_jobs (task_id, payload, run_at, key, max_attempts)
      values (task_number, enqueue.payload, coalesce(enqueue.run_at, now()), enqueue.key, 10)
      returning id into job_number;
  end if;
  return job_number;
end $$;

create function jobs.forget(key text) returns void language sql security definer set search_path = pg_catalog as $$
  delete from graphile_worker._private_jobs job where job.key = forget.key and job.locked_at is null
$$;

-- Figures for /metrics: how many jobs wait, how many gave up.
create function jobs.figures() returns table (waiting bigint, failed bigint, oldest_due timestamptz)
language sql security definer set search_path = pg_catalog as $$
  select count(*) filter (where attempts < max_attempts), count(*) filter (where attempts >= max_attempts),
         min(run_at) filter (where attempts < max_attempts and locked_at is null)
  from graphile_worker._private_jobs
$$;

-- A new function is everybody's to call until this is said: adding and forgetting jobs is the app's alone.
revoke execute on all functions in schema jobs from public;
grant execute on all functions in schema jobs to maillage_app;

-- The worker runs on the app's login, under a role that sees the queue and nothing else.
grant usage on schema graphile_worker to maillage_worker;
grant select, insert, update, delete on all tables in schema graphile_worker to maillage_worker;
grant usage on all sequences in schema graphile_worker to maillage_worker;
grant execute on all functions in schema graphile_worker to maillage_worker;
do $$
declare queue_table regclass;
begin
  for queue_table in select c.oid::regclass from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'graphile_worker' and c.relkind = 'r' and c.relrowsecurity loop
    execute format('create policy worker on %s to maillage_worker using (true) with check (true)', queue_table);
  end loop;
end $$;
