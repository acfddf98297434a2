insert into offers (connection_id, ticket_id, message_id, language, group_name, ticket_url,
  suggestions, offered_at)
values ('rt', '17', '1', 'sv', 'Support', 'https://rt.example.com/17',
  '[{"entry":1,"sentence":"Fakturan finns på Mina sidor.","words":["faktura"],"score":0.9}]', :then);
insert into panel_acts (connection_id, ticket_id, message_id, entry_id, agent, act, is_right, acted_at)
values ('rt', '17', '1', 1, 'agent', 'voted', true, :then);
