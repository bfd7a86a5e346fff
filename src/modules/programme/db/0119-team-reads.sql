alter policy read on programme.session_kits using (centre_id = (select scope.centre())
  and (select scope.role()) in ('receptionist', 'facilitator', 'coordinator', 'key', 'system'));
