-- The salt of each sealed batch of votes or images, by where the batch begins: sealing again after
-- a crash gives the same digest, and without the salt nobody can try out votes against it.
create table seal (
  authority text collate "C" not null,
  project text collate "C" not null,
  what text collate "C" not null,
  first bigint not null,
  salt text not null,
  primary key (authority, project, what, first)
);
