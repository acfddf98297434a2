-- an entry that the index holds, and one that it is behind with
insert into faq_entries (source, entry_key, language, visibility, group_name, answer, answer_format,
  url, review_on, created_at, changed_at, revision, indexed_revision)
values ('website', 'invoice-copy', 'sv', 'PUBLIC', null, '<p>Fakturan finns på Mina sidor.</p>',
  'HTML', 'https://www.example.com/faktura', date '2027-01-01', :then, :then, 3, 3);
insert into faq_entries (source, entry_key, language, visibility, group_name, answer, answer_format,
  created_at, changed_at, revision, indexed_revision)
values ('website', 'moving', 'sv', 'INTERNAL', 'Support', '<p>Anmäl flytten.</p>', 'HTML',
  :then, :then, 2, 1);
insert into faq_questions (entry_id, position, text)
select id, 0, 'Var finns min faktura?' from faq_entries where entry_key = 'invoice-copy';
insert into faq_questions (entry_id, position, text)
select id, 1, 'Kan jag få en kopia av fakturan?' from faq_entries where entry_key = 'invoice-copy';
insert into faq_questions (entry_id, position, text)
select id, 0, 'Hur anmäler jag en flytt?' from faq_entries where entry_key = 'moving';
insert into knowledge_index (id, copy_of, rebuild_requested)
values (1, '6f1c1e52-7f5e-4c63-9a53-0c1d8d9b1b11', false);
