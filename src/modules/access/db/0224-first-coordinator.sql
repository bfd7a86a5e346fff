-- A centre begins with one coordinator, whom the network manager invites; whoever comes next is invited by her.
create policy first_coordinator on access.members for insert to maillage_app
  with check ((select scope.role()) = 'network-manager' and role = 'coordinator' and centre_id is not null);
