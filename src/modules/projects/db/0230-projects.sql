create schema projects;
grant usage on schema projects to maillage_app;

create table projects.authors (
  id bigint generated always as identity primary key,
  centre_id int not null references network.centres,
  name text not null check (length(name) between 1 and 80),
  -- Fingerprint of the contact, to send somebody her links again; null when she gave none.
  contact_key bytea,
  phone_sealed bytea,
  email_sealed bytea,
  language text not null check (language in ('fr', 'en', 'ar')),
  token_hash bytea not null unique,
  token_sealed bytea not null,
  created_at timestamptz not null,
  last_step_at timestamptz not null,
  unique (centre_id, id),
  constraint one_contact_at_most check (num_nonnulls(phone_sealed, email_sealed) = num_nonnulls(contact_key))
);
create index authors_by_last_step on projects.authors (last_step_at);
create index authors_by_contact on projects.authors (centre_id, contact_key) where contact_key is not null;
comment on table projects.authors is 'Who shows what she made: first name, contact when given (sealed), link (sealed). Basis: she asked. Seen by whoever holds the link, and by facilitators and coordinators of that centre; never public. Erased when she says, and 12 months after the last step.';
call scope.guard('projects.authors', 'select, insert, update, delete');
create policy centre on projects.authors to maillage_app
  using (centre_id = (select scope.centre()) and (select scope.role()) in ('resident', 'facilitator', 'coordinator', 'system'))
  with check (centre_id = (select scope.centre()) and (select scope.role()) in ('resident', 'facilitator', 'coordinator', 'system'));

-- No phone, mail or web address in a text everybody may read, whatever writes it.
create function projects.is_nobodys_contact(words text) returns boolean
language sql immutable parallel safe set search_path = pg_catalog as $$
  select words is null or words !~* '(([0-9]|[٠-٩])[ ./()-]*){7,}|@|https?:|www\.'
$$;

create table projects.projects (
  id bigint generated always as identity primary key,
  centre_id int not null references network.centres,
  -- Null once she is forgotten: what she gave under a free licence stays, tied to nobody.
  author_id bigint,
  title text not null check (length(title) between 3 and 60),
  sentence text not null check (length(sentence) between 10 and 160),
  machines text[] not null check (machines <@ '{3d-printer,laser,vinyl,sewing,embroidery,electronics,computer}'),
  materials text[] not null
    check (materials <@ '{wood,cardboard,paper,acrylic,leather,fabric,thread,felt,filament,vinyl,electronic-parts,metal,reused}'),
  minutes int not null check (minutes in (30, 60, 120, 240, 480, 1200)),
  difficulty text not null check (difficulty in ('easy', 'medium', 'hard')),
  -- Null: to be looked at, all rights kept.
  licence text check (licence in ('cc0', 'cc-by', 'cc-by-sa')),
  -- « Made by »: a first name or a nickname she chose to show, or nothing.
  made_by text check (length(made_by) between 1 and 30),
  remix_of bigint references projects.projects on delete set null,
  written_in text not null check (written_in in ('fr', 'en', 'ar')),
  status text not null default 'draft' check (status in ('draft', 'waiting', 'changes', 'published')),
  -- What to change: a ready sentence, never words of one's own.
  change_asked text check (change_asked ~ '^[a-z-]{2,30}$'),
  created_at timestamptz not null,
  sent_at timestamptz,
  -- Which sending a member reads: what was changed and sent again since is not what she said yes to.
  sendings int not null default 0,
  decided_at timestamptz,
  decided_by int,
  first_published_at timestamptz,
  unique (centre_id, id),
  foreign key (centre_id, author_id) references projects.authors (centre_id, id) on delete cascade,
  foreign key (centre_id, decided_by) references access.members (centre_id, id),
  constraint a_change_has_its_sentence check ((status = 'changes') = (change_asked is not null)),
  constraint a_member_published_it check (status <> 'published' or (decided_by is not null and first_published_at is not null)),
  constraint nobody_remixes_herself check (remix_of <> id),
  constraint nobodys_contact_is_shown check (projects.is_nobodys_contact(title) and projects.is_nobodys_contact(sentence) and projects.is_nobodys_contact(made_by))
);
create index projects_shown on projects.projects (decided_at desc) where status = 'published';
create index projects_to_read on projects.projects (centre_id, sent_at) where status = 'waiting';
create index projects_of_author on projects.projects (author_id);
create index remixes on projects.projects (remix_of) where remix_of is not null;
comment on table projects.projects is 'What people make: a title, a sentence, machines, materials, time, licence; « made by » a nickname or nothing. Public once a member of the centre said yes; before, seen by its author and by facilitators and coordinators of that centre. Erased with its author; a free one she leaves behind stays, tied to nobody.';
call scope.guard('projects.projects', 'select, insert, update, delete');
create policy published on projects.projects for select to maillage_app
  using (status = 'published' and (select scope.role()) <> 'nobody');
create policy centre on projects.projects to maillage_app
  using (centre_id = (select scope.centre()) and (select scope.role()) in ('resident', 'facilitator', 'coordinator', 'system'))
  with check (centre_id = (select scope.centre())
    and ((select scope.role()) in ('facilitator', 'coordinator', 'system')
      -- Whoever makes it does not publish it, and a published one is taken back before it is changed.
      or ((select scope.role()) = 'resident' and status <> 'published')));

create table projects.steps (
  id bigint generated always as identity primary key,
  centre_id int not null,
  project_id bigint not null,
  position smallint not null check (position between 1 and 20),
  words text not null check (length(words) between 3 and 400),
  unique (project_id, id),
  constraint one_step_per_position unique (project_id, position) deferrable initially deferred,
  foreign key (centre_id, project_id) references projects.projects (centre_id, id) on delete cascade,
  constraint nobodys_contact_is_shown check (projects.is_nobodys_contact(words))
);
comment on table projects.steps is 'How it is made, in order: each a text of 400 signs at most. Seen as its project is; erased with it. No person.';
call scope.guard('projects.steps', 'select, insert, update, delete');

-- « I made the same »: a count, and perhaps a picture a member looks at first. Nobody is named.
create table projects.makes (
  id bigint generated always as identity primary key,
  centre_id int not null,
  project_id bigint not null,
  -- One press is one make: the form carries it, and a second sending of the same form changes nothing.
  once uuid not null unique,
  with_picture boolean not null,
  status text not null check (status in ('waiting', 'published')),
  made_at timestamptz not null,
  unique (project_id, id),
  foreign key (centre_id, project_id) references projects.projects (centre_id, id) on delete cascade,
  constraint only_a_picture_waits check (with_picture or status = 'published')
);
create index makes_to_look_at on projects.makes (centre_id, made_at) where status = 'waiting';
comment on table projects.makes is 'That somebody made the same, when, and whether with a picture; never who. Public, a picture only after a member looked at it. Erased with the project.';
call scope.guard('projects.makes', 'select, insert, update, delete');
create policy seen on projects.makes for select to maillage_app
  using (status = 'published' and exists (select from projects.projects p where p.id = project_id));
create policy centre on projects.makes to maillage_app
  using (centre_id = (select scope.centre()) and (select scope.role()) in ('facilitator', 'coordinator', 'system'))
  with check (centre_id = (select scope.centre()) and (select scope.role()) in ('facilitator', 'coordinator', 'system'));
create policy says_so on projects.makes for insert to maillage_app
  with check (centre_id = (select scope.centre()) and (select scope.role()) = 'resident'
    and status = case when with_picture then 'waiting' else 'published' end
    and exists (select from projects.projects p where p.id = project_id and p.status = 'published'));

create policy says_so_seen on projects.makes for select to maillage_app
  using (centre_id = (select scope.centre()) and (select scope.role()) = 'resident');

create table projects.pictures (
  id bigint generated always as identity primary key,
  centre_id int not null,
  project_id bigint not null,
  step_id bigint,
  make_id bigint,
  -- Of the project itself: which of its four places; the first one stands for it in lists.
  place smallint check (place between 1 and 4),
  -- What it shows, for whoever does not see it.
  alt text not null check (length(alt) between 3 and 140),
  width int not null check (width between 1 and 1600),
  height int not null check (height between 1 and 1600),
  thumb_width int not null check (thumb_width between 1 and 480),
  thumb_height int not null check (thumb_height between 1 and 480),
  -- Made here from what was sent: nothing of the camera is left.
  page_webp bytea not null check (length(page_webp) between 1 and 204800),
  page_jpeg bytea not null check (length(page_jpeg) between 1 and 307200),
  thumb_webp bytea not null check (length(thumb_webp) between 1 and 40960),
  thumb_jpeg bytea not null check (length(thumb_jpeg) between 1 and 40960),
  foreign key (centre_id, project_id) references projects.projects (centre_id, id) on delete cascade,
  foreign key (project_id, step_id) references projects.steps (project_id, id) on delete cascade,
  foreign key (project_id, make_id) references projects.makes (project_id, id) on delete cascade,
  constraint a_picture_is_of_one_thing check (num_nonnulls(step_id, make_id, place) = 1),
  constraint one_picture_per_place unique (project_id, place),
  constraint nobodys_contact_is_shown check (projects.is_nobodys_contact(alt))
);
create unique index one_picture_per_step on projects.pictures (step_id) where step_id is not null;
create unique index one_picture_per_make on projects.pictures (make_id) where make_id is not null;
comment on table projects.pictures is 'Pictures of projects, of their steps and of what others made, without anybody on them, in two sizes, and what they show. Seen as what they belong to is; erased with it.';
call scope.guard('projects.pictures', 'select, insert, update, delete');

create table projects.files (
  id bigint generated always as identity primary key,
  centre_id int not null,
  project_id bigint not null,
  place smallint not null check (place between 1 and 6),
  kind text not null check (kind in ('stl', 'svg', 'dxf', 'pdf')),
  bytes bytea not null check (length(bytes) between 1 and 10000000),
  constraint one_file_per_place unique (project_id, place),
  foreign key (centre_id, project_id) references projects.projects (centre_id, id) on delete cascade
);
comment on table projects.files is 'Files to make it again (shapes, drawings, patterns), up to six, without the name they came with. Seen as their project is; erased with it. No person.';
call scope.guard('projects.files', 'select, insert, delete');

-- Parts of a project are read by whoever reads it, and written while it is not out of its author's hands.
create function projects.may_write(project bigint, centre int) returns boolean
language sql stable set search_path = pg_catalog as $$
  select centre = (select scope.centre())
    and ((select scope.role()) in ('facilitator', 'coordinator', 'system')
      or ((select scope.role()) = 'resident'
        and exists (select from projects.projects p where p.id = project and p.status in ('draft', 'changes'))))
$$;
create policy seen on projects.steps for select to maillage_app
  using (exists (select from projects.projects p where p.id = project_id));
create policy written on projects.steps for insert to maillage_app with check (projects.may_write(project_id, centre_id));
create policy changed on projects.steps for update to maillage_app
  using (projects.may_write(project_id, centre_id)) with check (projects.may_write(project_id, centre_id));
create policy removed on projects.steps for delete to maillage_app using (projects.may_write(project_id, centre_id));

create policy seen on projects.files for select to maillage_app
  using (exists (select from projects.projects p where p.id = project_id));
create policy written on projects.files for insert to maillage_app with check (projects.may_write(project_id, centre_id));
create policy removed on projects.files for delete to maillage_app using (projects.may_write(project_id, centre_id));

create policy seen on projects.pictures for select to maillage_app
  using (exists (select from projects.projects p where p.id = project_id)
    and (make_id is null or exists (select from projects.makes m where m.id = make_id)));
create policy written on projects.pictures for insert to maillage_app
  with check (projects.may_write(project_id, centre_id)
    -- With « I made the same », which a member looks at before it is seen.
    or (centre_id = (select scope.centre()) and (select scope.role()) = 'resident'
      and exists (select from projects.makes m where m.id = make_id and m.status = 'waiting')));
create policy changed on projects.pictures for update to maillage_app
  using (projects.may_write(project_id, centre_id)) with check (projects.may_write(project_id, centre_id));
create policy removed on projects.pictures for delete to maillage_app using (projects.may_write(project_id, centre_id));

create table projects.reports (
  project_id bigint not null,
  centre_id int not null,
  reason text not null check (reason in ('face', 'contact', 'hurtful', 'dangerous', 'copied', 'other')),
  reported_at timestamptz not null,
  primary key (project_id, reason),
  foreign key (centre_id, project_id) references projects.projects (centre_id, id) on delete cascade
);
comment on table projects.reports is 'What somebody found wrong with a project, by reason, once each; never who said so. Seen by facilitators and coordinators of that centre. Erased with the project, or once read.';
call scope.guard('projects.reports', 'select, insert, delete');
create policy centre on projects.reports to maillage_app
  using (centre_id = (select scope.centre()) and (select scope.role()) in ('resident', 'facilitator', 'coordinator', 'system'))
  with check (centre_id = (select scope.centre()) and (select scope.role()) in ('resident', 'facilitator', 'coordinator', 'system'));

-- From a link to its centre, and nothing more: all else is then asked inside that centre's scope.
create function projects.centre_of_token(token_hash bytea) returns int
language sql stable security definer set search_path = pg_catalog as $$
  select centre_id from projects.authors a where a.token_hash = centre_of_token.token_hash
$$;
revoke execute on function projects.centre_of_token(bytea) from public;
grant execute on function projects.centre_of_token(bytea) to maillage_app;

-- Forgetting, for every centre at once: the owner's right, for this one gesture, and never what is recent. What was given
-- under a free licence and published stays, tied to nobody; all the rest goes with its author.
create function projects.forget(before timestamptz, drafts_before timestamptz) returns int
language plpgsql security definer set search_path = pg_catalog as $$
declare
  forgotten bigint[];
begin
  select coalesce(array_agg(id), '{}') into forgotten
    from (select id from projects.authors where last_step_at < least(before, now() - interval '11 months') for update) as old;
  update projects.projects set author_id = null
    where author_id = any(forgotten) and status = 'published' and licence is not null;
  delete from projects.authors where id = any(forgotten);
  -- A draft nobody came back to is not kept a year.
  delete from projects.projects p using projects.authors a
    where p.author_id = a.id and p.status = 'draft' and p.first_published_at is null and p.sendings = 0
      and a.last_step_at < least(drafts_before, now() - interval '2 months');
  return cardinality(forgotten);
end $$;
revoke execute on function projects.forget(timestamptz, timestamptz) from public;
grant execute on function projects.forget(timestamptz, timestamptz) to maillage_app;
