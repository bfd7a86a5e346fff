-- How long each machine has been used since it came: what upkeep by hours of use counts on. It outlives the bookings.
create table fablab.machine_use (
  machine_id int primary key,
  centre_id int not null,
  minutes int not null default 0 check (minutes >= 0),
  foreign key (centre_id, machine_id) references fablab.machines (centre_id, id)
);
comment on table fablab.machine_use is 'Minutes each machine was used, without by whom. Seen by the team of that centre. Kept.';
call scope.guard('fablab.machine_use', 'select');
create policy team on fablab.machine_use for select to maillage_app
  using (centre_id = (select scope.centre()) and (select scope.role()) in ('receptionist', 'facilitator', 'coordinator', 'system'));

create table fablab.upkeep_plans (
  id int generated always as identity primary key,
  centre_id int not null,
  machine_id int not null,
  task text not null check (length(task) between 1 and 80),
  every_weeks int check (every_weeks between 1 and 260),
  every_hours int check (every_hours between 1 and 5000),
  done_at timestamptz not null,
  -- Minutes of use the machine had then.
  use_then int not null default 0 check (use_then >= 0),
  done_by int not null,
  stopped_at timestamptz,
  foreign key (centre_id, machine_id) references fablab.machines (centre_id, id),
  foreign key (centre_id, done_by) references access.members (centre_id, id),
  constraint it_comes_back check (every_weeks is not null or every_hours is not null)
);
create index on fablab.upkeep_plans (machine_id);
comment on table fablab.upkeep_plans is 'What is to be done at a machine, how often, and when it was last done; by whom, by number. Seen by the team of that centre. Kept with the machine.';
call scope.guard('fablab.upkeep_plans', 'select, insert, update');
create policy read on fablab.upkeep_plans for select to maillage_app
  using (centre_id = (select scope.centre()) and (select scope.role()) in ('receptionist', 'facilitator', 'coordinator', 'system'));
create policy team on fablab.upkeep_plans to maillage_app
  using (centre_id = (select scope.centre()) and (select scope.role()) in ('facilitator', 'coordinator', 'system'))
  with check (centre_id = (select scope.centre()) and (select scope.role()) in ('facilitator', 'coordinator', 'system'));

create table fablab.materials (
  id int generated always as identity primary key,
  centre_id int not null references network.centres,
  name text not null check (length(name) between 1 and 60),
  -- A kit is lent or given whole, and its unit is the piece.
  kind text not null check (kind in ('material', 'kit')),
  unit text not null check (unit in ('piece', 'sheet', 'roll', 'g', 'cm', 'ml')),
  quantity int not null default 0,
  low_mark int not null default 0 check (low_mark between 0 and 1000000),
  machine_kinds text[] not null default '{}'
    check (machine_kinds <@ array['3d-printer', 'laser', 'vinyl', 'sewing', 'embroidery', 'electronics', 'computer']),
  retired_at timestamptz,
  unique (centre_id, id),
  constraint never_below_nothing check (quantity between 0 and 10000000),
  constraint a_kit_is_whole check (kind = 'material' or unit = 'piece')
);
create unique index one_name_a_material on fablab.materials (centre_id, lower(name)) where retired_at is null;
comment on table fablab.materials is 'What the lab has in stock, and from when to order. Seen by the team of that centre. No person.';
call scope.guard('fablab.materials', 'select, insert, update');
create policy read on fablab.materials for select to maillage_app
  using (centre_id = (select scope.centre()) and (select scope.role()) in ('receptionist', 'facilitator', 'coordinator', 'system'));
create policy team on fablab.materials to maillage_app
  using (centre_id = (select scope.centre()) and (select scope.role()) in ('facilitator', 'coordinator', 'system'))
  with check (centre_id = (select scope.centre()) and (select scope.role()) in ('facilitator', 'coordinator', 'system'));

create table fablab.stock_moves (
  id bigint generated always as identity primary key,
  centre_id int not null,
  material_id int not null,
  kind text not null check (kind in ('received', 'used', 'lost', 'counted')),
  -- What was received, used, lost; or what was counted on the shelf.
  amount int not null check (amount between 0 and 1000000 and (kind = 'counted' or amount > 0)),
  -- What it changed, and what there is after it: written by the database.
  change int not null default 0,
  after int not null default 0,
  -- The booking it was used at, if any; the stock outlives it.
  booking_id int,
  noted_by int not null,
  noted_at timestamptz not null,
  foreign key (centre_id, material_id) references fablab.materials (centre_id, id),
  foreign key (centre_id, noted_by) references access.members (centre_id, id),
  foreign key (centre_id, booking_id) references fablab.bookings (centre_id, id) on delete set null (booking_id)
);
create index on fablab.stock_moves (material_id, noted_at);
create index on fablab.stock_moves (centre_id, noted_at);
create index on fablab.stock_moves (booking_id) where booking_id is not null;
comment on table fablab.stock_moves is 'What came in, was used, lost or counted; who of the team noted it, by number. Seen by the team of that centre. Kept for the figures.';
call scope.guard('fablab.stock_moves', 'select, insert');
create policy team on fablab.stock_moves to maillage_app
  using (centre_id = (select scope.centre()) and (select scope.role()) in ('receptionist', 'facilitator', 'coordinator', 'system'))
  with check (centre_id = (select scope.centre()) and (select scope.role()) in ('facilitator', 'coordinator', 'system'));

-- The shelf and its history never tell two stories: moves pass one at a time, and each writes what is left.
create function fablab.move_stock() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
declare
  before int;
begin
  select quantity into before from fablab.materials where id = new.material_id for update;
  new.change := case new.kind when 'received' then new.amount when 'counted' then new.amount - before else -new.amount end;
  new.after := before + new.change;
  update fablab.materials set quantity = new.after where id = new.material_id;
  return new;
end $$;
create trigger moves before insert on fablab.stock_moves for each row execute function fablab.move_stock();
