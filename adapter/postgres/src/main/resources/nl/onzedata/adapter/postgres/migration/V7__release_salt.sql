-- The salt of the commitment to the figures before protection: for auditors only, never shown.
alter table release add column salt text not null default '';
