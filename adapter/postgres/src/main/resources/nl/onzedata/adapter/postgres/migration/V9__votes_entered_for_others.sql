-- Who typed in a vote that came on paper, by telephone or in a conversation, and from which form.
alter table vote add column entered_by text collate "C";
alter table vote add column form text;
alter table vote add constraint vote_entered check ((entered_by is null) = (form is null));
