-- Who is behind a pseudonym. Nothing here is ever in the log, and all of it can be erased:
-- deleting a person deletes everything about them.

create table person (
  id uuid primary key,
  since timestamptz not null default now()
);

create table pseudonym (
  value text collate "C" primary key,
  person uuid not null references person on delete cascade,
  authority text collate "C" not null,
  project text collate "C" not null,
  unique (person, authority, project)
);

create table appointment (
  pseudonym text collate "C" not null references pseudonym on delete cascade,
  role text not null,
  primary key (pseudonym, role)
);

create table account (
  person uuid primary key references person on delete cascade,
  name text not null,
  password text not null
);
create unique index account_name on account (lower(name));

create table identity (
  issuer text not null,
  subject text not null,
  person uuid not null references person on delete cascade,
  primary key (issuer, subject)
);
create index identity_person on identity (person);

-- The code itself is not kept, only its SHA-256.
create table invitation (
  hash text collate "C" primary key,
  authority text collate "C" not null,
  project text collate "C" not null,
  role text not null,
  party text,
  max_uses integer not null check (max_uses >= 1),
  uses integer not null default 0 check (uses between 0 and max_uses),
  expires timestamptz not null
);

create table redemption (
  invitation text collate "C" not null references invitation on delete cascade,
  person uuid not null references person on delete cascade,
  time timestamptz not null,
  primary key (invitation, person)
);
create index redemption_person on redemption (person);
