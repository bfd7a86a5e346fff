-- A contact is one learner in a centre, whoever types it and however often: paths are added, links are not.
create unique index one_learner_per_contact on learning.learners (centre_id, contact_key) where contact_key is not null;
