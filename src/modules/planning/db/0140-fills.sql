create table planning.fills (
  id int generated always as identity primary key,
  centre_id int not null references network.centres,
  from_on date not null,
  until_on date not null check (until_on >= from_on),
  status text not null check (status in ('waiting', 'running', 'proposed', 'applied', 'left', 'failed')),
  -- Hundredths of the work that are done.
  progress int not null default 0 check (progress between 0 and 100),
  -- What is proposed: numbers and reasons, no name. See domain/fill-proposal.ts.
  proposal jsonb,
  objective double precision,
  bound double precision,
  created_by int not null references access.members,
  created_at timestamptz not null,
  unique (centre_id, id)
);
create index on planning.fills (created_at);
comment on table planning.fills is 'Weeks filled: who is proposed for what, members by number. Seen by coordinators. Kept 30 days.';
call scope.guard('planning.fills', 'select, insert, update, delete');
create policy coordinator on planning.fills to maillage_app
  using (centre_id = (select scope.centre()) and (select scope.role()) in ('coordinator', 'system'))
  with check (centre_id = (select scope.centre()) and (select scope.role()) in ('coordinator', 'system'));
create policy all_centres on planning.fills for select to maillage_app
  using ((select scope.role()) = 'system' and (select scope.centre()) is null);
create policy ending on planning.fills for delete to maillage_app using ((select scope.role()) = 'system');
