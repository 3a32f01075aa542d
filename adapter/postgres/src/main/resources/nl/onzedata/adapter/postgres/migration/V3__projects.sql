-- What the list of projects shows, made from the acts; may be emptied at any time.
create table project_list (
  authority text collate "C" not null,
  project text collate "C" not null,
  title_nl text not null,
  title_en text not null,
  stage text not null,
  detail text not null,
  last_sequence bigint not null,
  last_position bigint not null,
  last_time timestamptz not null,
  primary key (authority, project)
);
