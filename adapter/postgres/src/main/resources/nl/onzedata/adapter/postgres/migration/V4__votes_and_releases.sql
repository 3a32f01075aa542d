-- Every vote as it was cast, numbered from 0 without gaps per project, so that batches of them can
-- be sealed into acts; and the last one of each voter on each statement.
create table vote_series (
  authority text collate "C" not null,
  project text collate "C" not null,
  size bigint not null default 0,
  primary key (authority, project)
);

create table vote (
  authority text collate "C" not null,
  project text collate "C" not null,
  number bigint not null,
  statement text collate "C" not null,
  voter text collate "C" not null,
  choice text not null,
  channel text not null,
  time timestamptz not null,
  primary key (authority, project, number)
);

create table standing_vote (
  authority text collate "C" not null,
  project text collate "C" not null,
  statement text collate "C" not null,
  voter text collate "C" not null,
  choice text not null,
  primary key (authority, project, statement, voter)
);

-- How the standing votes add up; kept in step with them in the same transaction.
create table vote_tally (
  authority text collate "C" not null,
  project text collate "C" not null,
  statement text collate "C" not null,
  agree bigint not null,
  disagree bigint not null,
  pass bigint not null,
  primary key (authority, project, statement)
);

-- Service (0) to control (100), as someone in a party or an affected group sees it at a measurement.
create table perspective (
  number bigint generated always as identity primary key,
  authority text collate "C" not null,
  project text collate "C" not null,
  measurement text collate "C" not null,
  who text collate "C" not null,
  party text not null,
  score integer not null check (score between 0 and 100),
  time timestamptz not null
);
create index perspective_of on perspective (authority, project, measurement, who, number);

-- What was released, byte for byte, and about which subjects.
create table release (
  id text collate "C" primary key,
  authority text collate "C" not null,
  project text collate "C" not null,
  time timestamptz not null,
  json text not null
);
create index release_of on release (authority, project, time);

create table release_subject (
  subject text collate "C" not null,
  release text collate "C" not null references release,
  primary key (subject, release)
);
