create schema print;
grant usage on schema print to maillage_app;

create table print.batches (
  id int generated always as identity primary key,
  centre_id int not null references network.centres,
  -- The Monday of the week whose posters are printed.
  week date not null,
  language text not null check (language in ('fr', 'en', 'ar')),
  status text not null check (status in ('waiting', 'running', 'ready', 'empty', 'failed')),
  done int not null default 0,
  total int not null default 0 check (done between 0 and total),
  pdf bytea,
  created_by int not null references access.members,
  created_at timestamptz not null,
  check ((status = 'ready') = (pdf is not null))
);
create index on print.batches (created_at);
comment on table print.batches is 'Posters of a week, made at once: public sessions, no person but who asked. Seen by the centre. Kept 2 days.';
call scope.guard('print.batches', 'select, insert, update, delete');
create policy team on print.batches to maillage_app
  using (centre_id = (select scope.centre()) and (select scope.role()) in ('receptionist', 'coordinator', 'system'))
  with check (centre_id = (select scope.centre()) and (select scope.role()) in ('receptionist', 'coordinator', 'system'));
create policy ending on print.batches for delete to maillage_app
  using ((select scope.role()) = 'system');
create policy all_centres on print.batches for select to maillage_app
  using ((select scope.role()) = 'system' and (select scope.centre()) is null);
