-- The places standard and data·inclusion both require the day a place was last looked at.
update network.places set updated_on = current_date where updated_on is null;
alter table network.places alter column updated_on set default current_date;
alter table network.places alter column updated_on set not null;
