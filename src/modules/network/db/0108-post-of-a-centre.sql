-- A job writes to the subscribers of its centre; one without a centre only ends what is old.
alter policy post on network.subscriptions
  using ((select scope.role()) = 'system' and (centre_id = (select scope.centre()) or (select scope.centre()) is null))
  with check ((select scope.role()) = 'system' and centre_id = (select scope.centre()));
alter policy post on network.tellings
  using ((select scope.role()) = 'system' and (centre_id = (select scope.centre()) or (select scope.centre()) is null))
  with check ((select scope.role()) = 'system' and centre_id = (select scope.centre()));
