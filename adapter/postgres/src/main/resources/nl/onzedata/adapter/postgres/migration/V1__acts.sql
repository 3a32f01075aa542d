-- Acts, as they were done. Ids compare by byte, whatever the language of the database.

create table authority (
  id text collate "C" primary key,
  founded bigint generated always as identity unique,
  size bigint not null default 0 check (size >= 0)
);

-- The empty project is the authority's own stream.
create table stream (
  authority text collate "C" not null references authority,
  project text collate "C" not null,
  last_sequence bigint not null,
  first_position bigint not null,
  primary key (authority, project)
);

create table act (
  authority text collate "C" not null references authority,
  position bigint not null,
  project text collate "C" not null,
  sequence bigint not null check (sequence >= 1),
  type text not null,
  version integer not null,
  payload text not null,
  time timestamptz not null,
  actor text not null,
  role text not null,
  channel text not null,
  entered_by text,
  form text,
  primary key (authority, position),
  unique (authority, project, sequence),
  check ((entered_by is null) = (form is null))
);

create function acts_are_never_changed() returns trigger language plpgsql as $$
begin
  raise exception 'acts are never changed or removed; append a new one';
end $$;

create trigger acts_are_never_changed before update or delete on act
  for each row execute function acts_are_never_changed();
create trigger acts_are_never_removed before truncate on act
  for each statement execute function acts_are_never_changed();

-- What a person typed, beside the log: erasing a row leaves every proof valid.
create table kept_text (
  commitment text collate "C" primary key,
  salt text not null,
  content text not null
);

-- Every tree size that was ever signed, with its root: written before the checkpoint is, so that
-- two different checkpoints of one size cannot exist.
create table checkpoint (
  authority text collate "C" not null references authority,
  size bigint not null,
  root text not null,
  primary key (authority, size)
);
