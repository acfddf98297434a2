-- a source that was read once
insert into sources (name, kind, address, language, visibility, every_seconds, enabled, created_at,
  changed_at, run, settled_run, cancel_requested, removal_confirmed, started_at, ended_at, outcome,
  progress_done, progress_total, added, changed, unchanged, removed, refused, changes, refusals,
  state, attempts, due_at, open_since)
values ('website', 'web', 'https://www.example.com/faq/', 'sv', 'PUBLIC', 600, true, :then, :then, 1, 1,
  false, false, :then, :then, 'SUCCEEDED', 1, 1, 2, 0, 0, 0, 0, '[]', '[]', 'OPEN', 0, :then, :then);
insert into source_items (source_id, item_key, memory, refusals, taken_in, seen_in)
select id, 'https://www.example.com/faq/', '{}', '[]', 1, 1 from sources;
insert into source_entries (source_id, item_key, entry_key, language, first_taken_in, taken_in)
select id, 'https://www.example.com/faq/', 'invoice-copy', 'sv', 1, 1 from sources;
update faq_entries set edited_by_hand = true where entry_key = 'moving';
