-- The link of the badge given for a finished path, sealed: the learner finds it on her own page.
alter table learning.walks add column badge_token_sealed bytea;
alter table learning.walks add constraint a_badge_is_of_a_finished_path check (badge_token_sealed is null or finished_at is not null);
