-- The number of each vote that counts, so that a voter can see their receipts again; an index by
-- voter, and the number of voters, so that no page counts them.
alter table standing_vote add column number bigint;
update standing_vote s set number = last.number
from (select authority, project, statement, voter, max(number) as number
      from vote group by authority, project, statement, voter) last
where (s.authority, s.project, s.statement, s.voter)
  = (last.authority, last.project, last.statement, last.voter);
alter table standing_vote alter column number set not null;
create index standing_vote_of on standing_vote (authority, project, voter);

alter table vote_series add column voters bigint not null default 0;
update vote_series s set voters = (
  select count(distinct voter) from standing_vote v
  where v.authority = s.authority and v.project = s.project);
