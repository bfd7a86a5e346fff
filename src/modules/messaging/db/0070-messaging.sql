create schema messaging;
grant usage on schema messaging to maillage_app;

create table messaging.messages (
  id bigint generated always as identity primary key,
  centre_id int,
  kind text not null,
  ref bigint not null,
  version int not null default 0,
  channel text not null check (channel in ('sms', 'email')),
  language text not null,
  recipient_sealed bytea not null,
  subject text not null default '',
  body_sealed bytea not null,
  status text not null check (status in ('sending', 'sent', 'failed')),
  attempts int not null default 0,
  -- Sent again without knowing whether the time before arrived: once at most.
  doubts int not null default 0 check (doubts between 0 and 1),
  error text,
  receipt text,
  created_at timestamptz not null,
  claimed_at timestamptz not null,
  sent_at timestamptz,
  erased_at timestamptz,
  constraint one_message_or_none unique nulls not distinct (centre_id, kind, ref, version)
);
create index on messaging.messages (centre_id, id desc);
create index on messaging.messages (created_at);
comment on table messaging.messages is 'What was sent, to whom (sealed), the words (sealed). Words and recipient erased after 30 days, the rest after 12 months.';
call scope.guard('messaging.messages', 'select, insert, update, delete');
create policy centre on messaging.messages to maillage_app
  using (centre_id is not distinct from (select scope.centre()) and (select scope.role()) in ('system', 'coordinator', 'receptionist', 'gate'))
  with check (centre_id is not distinct from (select scope.centre()) and (select scope.role()) in ('system', 'gate'));
-- Only the timetable, which belongs to no centre, erases; it reads no word: they are sealed.
create policy purge on messaging.messages to maillage_app
  using ((select scope.role()) = 'system' and (select scope.centre()) is null)
  with check ((select scope.role()) = 'system' and (select scope.centre()) is null);
