-- The network manager opens centres: the centre, its site, its first rooms. What a centre does afterwards is its own.
create policy network_manager on network.centres for insert to maillage_app
  with check ((select scope.role()) = 'network-manager');
create policy network_manager on network.places for insert to maillage_app
  with check ((select scope.role()) = 'network-manager' and kind = 'site' and centre_id is not null);
create policy network_manager on network.spaces for insert to maillage_app
  with check ((select scope.role()) = 'network-manager');
