-- The day before they meet, two people are reminded: of which hour they were, so that one that moved is reminded of anew.
alter table board.introductions add column reminded_of timestamptz;
comment on column board.introductions.reminded_of is 'When the meeting both were reminded of began.';
