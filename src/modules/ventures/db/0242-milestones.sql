create table ventures.milestones (
  id bigint generated always as identity primary key,
  centre_id int not null,
  founder_id bigint not null,
  kind text not null check (kind in ('business-plan', 'first-customer', 'site-online', 'premises', 'registered', 'hired')),
  reached_on date not null,
  -- Where the firm is, once it is one. Its number is nowhere.
  insee_code text check (insee_code ~ '^[0-9AB]{5}$'),
  town text check (length(town) between 1 and 80),
  jobs int check (jobs between 1 and 50),
  said_at timestamptz not null,
  foreign key (centre_id, founder_id) references ventures.founders (centre_id, id) on delete cascade,
  constraint a_firm_has_a_town check ((kind = 'registered') = (insee_code is not null and town is not null)),
  constraint a_hire_counts_people check ((kind = 'hired') = (jobs is not null))
);
-- Everything is reached once; people are hired as often as one likes.
create unique index reached_once on ventures.milestones (founder_id, kind) where kind <> 'hired';
create index milestones_of_a_founder on ventures.milestones (founder_id, reached_on);
comment on table ventures.milestones is 'What a founder has reached and when: a business plan, a first customer, a firm in a town, people hired. Basis: she says it, or the team with her. Seen and erased with her.';
call scope.guard('ventures.milestones', 'select, insert, delete');
create policy centre on ventures.milestones to maillage_app
  using (centre_id = (select scope.centre()) and founder_id in (select id from ventures.founders))
  with check (centre_id = (select scope.centre()) and founder_id in (select id from ventures.founders));

-- Figures without founders: they outlive whoever they count.
create table ventures.firm_figures (
  insee_code text not null,
  town text not null,
  sector text not null,
  month date not null check (extract(day from month) = 1),
  firms int not null default 0 check (firms >= 0),
  jobs int not null default 0 check (jobs >= 0),
  primary key (insee_code, sector, month)
);
comment on table ventures.firm_figures is 'How many firms began in a town and a trade, and how many people they hired, month by month. No founder, no firm. Seen by teams and shown from 11 firms on. Kept.';
call scope.guard('ventures.firm_figures', 'select');
create policy teams on ventures.firm_figures for select to maillage_app
  using ((select scope.role()) in ('facilitator', 'coordinator', 'network-manager', 'system'));

create function ventures.count_firm() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
declare
  step int := case tg_op when 'INSERT' then 1 else -1 end;
  said ventures.milestones := case tg_op when 'INSERT' then new else old end;
  firm ventures.milestones;
  trade text;
begin
  -- A founder who is erased takes what she said with her, and not what it counted: her row is gone before this one.
  select sector into trade from ventures.founders where id = said.founder_id;
  if trade is null or said.kind not in ('registered', 'hired') then return null; end if;
  if said.kind = 'registered' then
    firm := said;
    if tg_op = 'DELETE' and exists (select from ventures.milestones where founder_id = said.founder_id and kind = 'hired') then
      raise exception using errcode = 'check_violation', constraint = 'a_job_needs_a_firm', message = 'people are hired there';
    end if;
  else
    select * into firm from ventures.milestones where founder_id = said.founder_id and kind = 'registered';
    if not found then
      raise exception using errcode = 'check_violation', constraint = 'a_job_needs_a_firm', message = 'nobody is hired without a firm';
    end if;
  end if;
  insert into ventures.firm_figures as f (insee_code, town, sector, month, firms, jobs)
    values (firm.insee_code, firm.town, trade, date_trunc('month', said.reached_on)::date,
      greatest(0, step) * (said.kind = 'registered')::int, greatest(0, step) * coalesce(said.jobs, 0))
    on conflict (insee_code, sector, month) do update
      set firms = greatest(0, f.firms + step * (said.kind = 'registered')::int),
          jobs = greatest(0, f.jobs + step * coalesce(said.jobs, 0));
  return null;
end $$;
revoke execute on function ventures.count_firm() from public;
create trigger counts after insert or delete on ventures.milestones for each row execute function ventures.count_firm();
