create schema shops;
grant usage on schema shops to maillage_app;

create table shops.shops (
  id bigint generated always as identity primary key,
  -- The centre nearest to the town: whose team follows up.
  centre_id int not null references network.centres,
  insee_code text not null check (insee_code ~ '^[0-9AB]{5}$'),
  town text not null check (length(town) between 1 and 80),
  sector text not null check (sector in ('food', 'restaurant', 'beauty', 'clothes', 'crafts', 'repair', 'market', 'services', 'care', 'other')),
  size text not null check (size in ('alone', 'few', 'more')),
  language text not null check (language in ('fr', 'en', 'ar')),
  contact_key bytea,
  phone_sealed bytea,
  email_sealed bytea,
  token_hash bytea not null unique,
  token_sealed bytea not null,
  started_at timestamptz not null,
  last_step_at timestamptz not null,
  unique (centre_id, id),
  constraint a_contact_is_whole check ((contact_key is null) = (phone_sealed is null and email_sealed is null))
);
create index shops_of_a_centre on shops.shops (centre_id, last_step_at desc);
comment on table shops.shops is 'A shop that asked where it stands: town, trade, size, the link (sealed), a contact (sealed) only if it wants to be asked again. No name. Basis: it asked. Seen by whoever holds the link, and by facilitators and coordinators of the nearest centre. Erased when it says, and 24 months after the last step.';
call scope.guard('shops.shops', 'select, insert, update, delete');
create policy centre on shops.shops to maillage_app
  using (centre_id = (select scope.centre()) and (select scope.role()) in ('resident', 'facilitator', 'coordinator', 'system'))
  with check (centre_id = (select scope.centre()) and (select scope.role()) in ('resident', 'facilitator', 'coordinator', 'system'));

create table shops.rounds (
  shop_id bigint not null,
  centre_id int not null,
  round text not null check (round in ('first', 'month-3', 'month-6')),
  -- { "opening-hours": "yes" | "partly" | "no" | "na" }
  answers jsonb not null default '{}' check (jsonb_typeof(answers) = 'object'),
  started_at timestamptz not null,
  finished_at timestamptz,
  primary key (shop_id, round),
  foreign key (centre_id, shop_id) references shops.shops (centre_id, id) on delete cascade
);
comment on table shops.rounds is 'What a shop answered, the first time and three and six months later: yes, partly, no. Seen and erased with the shop.';
call scope.guard('shops.rounds', 'select, insert, update');
create policy centre on shops.rounds to maillage_app
  using (centre_id = (select scope.centre()) and shop_id in (select id from shops.shops))
  with check (centre_id = (select scope.centre()) and shop_id in (select id from shops.shops));

create table shops.done_actions (
  shop_id bigint not null,
  centre_id int not null,
  question text not null check (question ~ '^[a-z0-9-]{2,40}$'),
  done_at timestamptz not null,
  primary key (shop_id, question),
  foreign key (centre_id, shop_id) references shops.shops (centre_id, id) on delete cascade
);
comment on table shops.done_actions is 'Which actions of its plan a shop says are done. Seen and erased with the shop.';
call scope.guard('shops.done_actions', 'select, insert, delete');
create policy centre on shops.done_actions to maillage_app
  using (centre_id = (select scope.centre()) and shop_id in (select id from shops.shops))
  with check (centre_id = (select scope.centre()) and shop_id in (select id from shops.shops));

create table shops.rule_changes (
  id int generated always as identity primary key,
  question text not null check (question ~ '^[a-z0-9-]{2,40}$'),
  -- Null: back to what the file says.
  change jsonb check (jsonb_typeof(change) = 'object'),
  changed_by int not null references access.members,
  changed_at timestamptz not null
);
create index latest_change on shops.rule_changes (question, id desc);
comment on table shops.rule_changes is 'What staff changed of the rules of the diagnostic, when, and who, by number; the last one counts. Public but for who. Kept.';
call scope.guard('shops.rule_changes', 'select, insert');
create policy everybody on shops.rule_changes for select to maillage_app using (true);
create policy network on shops.rule_changes for insert to maillage_app
  with check ((select scope.role()) = 'network-manager' and changed_by = (select scope.member()));

-- Figures without shops: they outlive whoever they count.
create table shops.figures (
  insee_code text not null,
  town text not null,
  sector text not null,
  month date not null check (extract(day from month) = 1),
  diagnosed int not null default 0 check (diagnosed >= 0),
  measured_again int not null default 0 check (measured_again >= 0),
  actions int not null default 0 check (actions >= 0),
  primary key (insee_code, sector, month)
);
comment on table shops.figures is 'How many shops of a town and a trade were diagnosed, measured again, and did what they planned, month by month. No shop. Seen by teams and shown from 11 shops on. Kept.';
call scope.guard('shops.figures', 'select');
create policy teams on shops.figures for select to maillage_app
  using ((select scope.role()) in ('facilitator', 'coordinator', 'network-manager', 'system'));

create function shops.count_round() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  if new.finished_at is not null and (tg_op = 'INSERT' or old.finished_at is null) then
    insert into shops.figures as f (insee_code, town, sector, month, diagnosed, measured_again)
      select s.insee_code, s.town, s.sector, date_trunc('month', new.finished_at at time zone 'UTC')::date,
        (new.round = 'first')::int, (new.round <> 'first')::int
      from shops.shops s where s.id = new.shop_id
      on conflict (insee_code, sector, month) do update
        set diagnosed = f.diagnosed + excluded.diagnosed, measured_again = f.measured_again + excluded.measured_again;
  end if;
  return null;
end $$;
revoke execute on function shops.count_round() from public;
create trigger counts after insert or update of finished_at on shops.rounds for each row execute function shops.count_round();

create function shops.count_action() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
declare
  step int := case tg_op when 'INSERT' then 1 else -1 end;
  gone shops.done_actions := case tg_op when 'INSERT' then new else old end;
begin
  insert into shops.figures as f (insee_code, town, sector, month, actions)
    select s.insee_code, s.town, s.sector, date_trunc('month', gone.done_at at time zone 'UTC')::date, greatest(0, step)
    from shops.shops s where s.id = gone.shop_id
    on conflict (insee_code, sector, month) do update set actions = greatest(0, f.actions + step);
  return null;
end $$;
revoke execute on function shops.count_action() from public;
-- A shop that is erased takes its answers with it, and not what it counted: its row is gone before this one.
create trigger counts after insert or delete on shops.done_actions for each row execute function shops.count_action();

-- From a link to its centre, and nothing more: all else is then asked inside that centre's scope.
create function shops.centre_of_token(token_hash bytea) returns int
language sql stable security definer set search_path = pg_catalog as $$
  select centre_id from shops.shops s where s.token_hash = centre_of_token.token_hash
$$;
revoke execute on function shops.centre_of_token(bytea) from public;
grant execute on function shops.centre_of_token(bytea) to maillage_app;

-- The answers of every shop, without the shop: so that who changes a rule sees how many plans change.
create function shops.all_answers() returns table (answers jsonb)
language sql stable security definer set search_path = pg_catalog as $$
  select distinct on (shop_id) r.answers from shops.rounds r where finished_at is not null order by shop_id, finished_at desc
$$;
revoke execute on function shops.all_answers() from public;
grant execute on function shops.all_answers() to maillage_app;

-- Forgetting, for every centre at once: the owner's right, for this one gesture, and never what is recent.
create function shops.forget(before timestamptz) returns int
language sql security definer set search_path = pg_catalog as $$
  with forgotten as (delete from shops.shops where last_step_at < least(before, now() - interval '23 months') returning 1)
  select count(*)::int from forgotten
$$;
revoke execute on function shops.forget(timestamptz) from public;
grant execute on function shops.forget(timestamptz) to maillage_app;
