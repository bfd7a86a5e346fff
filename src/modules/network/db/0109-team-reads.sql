-- What a centre holds is read by its team and its partners' tools, not by whoever has only its number.
alter policy read on network.organisations using (centre_id = (select scope.centre())
  and (select scope.role()) in ('receptionist', 'facilitator', 'coordinator', 'partner', 'system'));
alter policy read on network.kits using (centre_id = (select scope.centre())
  and (select scope.role()) in ('receptionist', 'facilitator', 'coordinator', 'partner', 'key', 'system'));
alter policy read on network.stop_hosts using (centre_id = (select scope.centre())
  and (select scope.role()) in ('receptionist', 'facilitator', 'coordinator', 'key', 'system'));
alter policy read on network.stop_kits using (centre_id = (select scope.centre())
  and (select scope.role()) in ('receptionist', 'facilitator', 'coordinator', 'key', 'system'));
