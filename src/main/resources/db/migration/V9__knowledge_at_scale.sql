-- What the index is behind with is found by its own mark: comparing two columns reads every row, every second.
alter table faq_entries add column behind boolean default true not null;
update faq_entries set behind = false where indexed_revision = revision;
drop index faq_entries_behind;
alter table faq_entries drop column indexed_revision;
create index faq_entries_to_index on faq_entries (behind, id);
create index faq_entries_group on faq_entries (group_name);

-- a program with a random key: checking it costs one hash, where a person's password costs many
alter table console_users add column program boolean default false not null;
