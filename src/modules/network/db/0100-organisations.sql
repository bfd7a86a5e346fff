create table network.organisations (
  id int generated always as identity primary key,
  centre_id int not null references network.centres,
  name text not null check (length(name) between 1 and 120),
  kind text not null check (kind in ('association', 'company', 'public-body', 'local-partner')),
  -- Whether its members may join people of their public to sessions.
  may_register boolean not null default false,
  active boolean not null default true,
  unique (centre_id, id),
  unique (centre_id, name)
);
comment on table network.organisations is 'Partners of a centre, and companies whose employees volunteer. No person. Seen by the centre.';
call scope.guard('network.organisations', 'select, insert, update');
create policy read on network.organisations for select to maillage_app using (centre_id = (select scope.centre()));
create policy network_manager on network.organisations for select to maillage_app using ((select scope.role()) = 'network-manager');
create policy write on network.organisations to maillage_app
  using (centre_id = (select scope.centre()) and (select scope.role()) in ('coordinator', 'system'))
  with check (centre_id = (select scope.centre()) and (select scope.role()) in ('coordinator', 'system'));

-- Somebody of the team may come from an organisation; a partner always does.
alter table access.members drop constraint members_role_check;
alter table access.members add constraint members_role_check
  check (role in ('receptionist', 'facilitator', 'coordinator', 'network-manager', 'partner'));
alter table access.members add column organisation_id int;
alter table access.members add foreign key (centre_id, organisation_id) references network.organisations (centre_id, id);
alter table access.members add constraint a_partner_belongs_to_an_organisation check (role <> 'partner' or organisation_id is not null);
create policy lead on access.members for update to maillage_app
  using ((select scope.role()) in ('coordinator', 'system') and centre_id = (select scope.centre()))
  with check ((select scope.role()) in ('coordinator', 'system') and centre_id = (select scope.centre()));
create policy oneself on access.members for select to maillage_app
  using ((select scope.role()) = 'partner' and id = (select scope.member()));

create table network.kits (
  id int generated always as identity primary key,
  centre_id int not null references network.centres,
  -- Where it lives when nobody uses it.
  place_id int not null references network.places,
  kind text not null check (kind in ('laptops', 'tablets', 'phones', 'projector', 'printer-3d', 'sewing', 'camera', 'speaker', 'vehicle')),
  name text not null check (length(name) between 1 and 80),
  pieces int not null default 1 check (pieces between 1 and 200),
  active boolean not null default true,
  unique (centre_id, id),
  unique (centre_id, name)
);
comment on table network.kits is 'Movable material: laptops, tablets, projector, 3D printer, vehicle. No person. Seen by the centre.';
call scope.guard('network.kits', 'select, insert, update');
create policy read on network.kits for select to maillage_app using (centre_id = (select scope.centre()));
create policy write on network.kits to maillage_app
  using (centre_id = (select scope.centre()) and (select scope.role()) in ('coordinator', 'system'))
  with check (centre_id = (select scope.centre()) and (select scope.role()) in ('coordinator', 'system'));

create table network.door_codes (
  place_id int primary key references network.places,
  centre_id int not null references network.centres,
  code text not null check (length(code) between 1 and 80)
);
comment on table network.door_codes is 'How those who open a place get in. Seen by the team that opens it, told to its hosts.';
call scope.guard('network.door_codes', 'select, insert, update, delete');
create policy team on network.door_codes for select to maillage_app
  using (centre_id = (select scope.centre()) and (select scope.role()) in ('receptionist', 'facilitator', 'coordinator', 'system'));
create policy write on network.door_codes to maillage_app
  using (centre_id = (select scope.centre()) and (select scope.role()) in ('coordinator', 'system'))
  with check (centre_id = (select scope.centre()) and (select scope.role()) in ('coordinator', 'system'));

-- A coordinator makes the places of her centre: partner places and stops.
create policy coordinator_adds on network.places for insert to maillage_app
  with check ((select scope.role()) = 'coordinator' and centre_id = (select scope.centre()) and kind in ('partner', 'stop'));
