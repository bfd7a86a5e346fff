-- A member finds that several people could learn from an offer: the coordinator reads it until she has seen it.
alter table board.notices add column workshop_asked_at timestamptz;
alter table board.notices add constraint a_workshop_comes_from_an_offer check (workshop_asked_at is null or side = 'offer');
