-- Codes that were made together, as an act in the log says; and which of them were taken back before
-- they were used.
alter table invitation add column batch text collate "C";
alter table invitation add column withdrawn boolean not null default false;
create index invitation_of on invitation (authority, project, batch);
