-- Each date of a course has its own marks: the last gesture counts for each of them.
create or replace view attendance.session_figures as
  select session_id, centre_id, sum(present)::int as present, sum(absent)::int as absent, sum(excused)::int as excused, sum(unnamed)::int as unnamed
  from (
    select m.session_id, m.centre_id, r.party * (m.mark = 'present')::int as present, r.party * (m.mark = 'absent')::int as absent,
      r.party * (m.mark = 'excused')::int as excused, 0 as unnamed
    from (select distinct on (session_id, registration_id) * from attendance.marks order by session_id, registration_id, id desc) m
    join registrations.registrations r on r.id = m.registration_id where m.mark is not null
    union all
    select session_id, centre_id, 0, 0, 0, people from
      (select distinct on (session_id) * from attendance.headcounts order by session_id, id desc) h
  ) gesture group by session_id, centre_id;
