-- A file of sessions that was read and not yet written: what it said, row by row, until the coordinator has looked.
create table planning.imports (
  id int generated always as identity primary key,
  centre_id int not null,
  created_by int not null,
  kind text not null check (kind in ('sheet', 'calendar')),
  -- Activity, place, room, day, hours and chairs as they were written. Other columns are not kept: they could name people.
  rows jsonb not null check (jsonb_typeof(rows) = 'array'),
  created_at timestamptz not null,
  confirmed_at timestamptz,
  added int,
  changed int,
  foreign key (centre_id, created_by) references access.members (centre_id, id),
  constraint done_once check ((confirmed_at is null) = (added is null) and (added is null) = (changed is null))
);
create index on planning.imports (created_at);
comment on table planning.imports is 'Files of sessions read and shown before they are written. No person. Seen by coordinators of the centre. Deleted after a day.';
call scope.guard('planning.imports', 'select, insert, update, delete');
create policy centre on planning.imports to maillage_app
  using (centre_id = (select scope.centre()) and (select scope.role()) = 'coordinator')
  with check (centre_id = (select scope.centre()) and (select scope.role()) = 'coordinator');
create policy purge on planning.imports to maillage_app
  using ((select scope.role()) = 'system' and (select scope.centre()) is null) with check (false);
