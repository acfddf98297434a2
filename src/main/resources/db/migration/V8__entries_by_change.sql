-- Whether entries have changed is asked every few seconds.
create index faq_entries_changed on faq_entries (changed_at);
