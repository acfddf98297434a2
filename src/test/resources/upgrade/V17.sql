insert into group_policies (connection_id, group_name, mode, languages, days, from_minute,
  until_minute, most_per_day, signature, changed_at, version)
values ('rt', 'Support', 'REPLY', 'sv fi', '12345', 1020, 480, 2, 'Kundservice', :then, 0);
insert into automatic_replies (connection_id, ticket_id, message_id, entry_id, requester, decided_at,
  withheld)
select 'rt', '18', '1', id, 'digest-of-anna', :then, '' from faq_entries
where entry_key = 'invoice-copy';
insert into master_switch (id, state, changed_by, changed_at) values (1, 'on', 'admin', :then);
