-- a replay of a file, with a case that a person judged
insert into replays (connection_id, from_at, until_at, most, strict, from_file, position_at, found,
  standing, created_at, state, attempts, due_at, open_since)
values ('rt', :then, :then, 100, false, true, :then, 1, 'RUNNING', :then, 'OPEN', 1, :then, :then);
insert into replay_files (replay_id, content)
select id, cast('id,question' as bytea) from replays;
insert into replay_cases (replay_id, ticket_id, message_id, asked_at, result, by_person, skipped,
  ruled, verdict, raw_probability, similarity, language, topic, entry_changed, sent_entries, draw,
  question, reply)
select id, '9', '1', :then, 'right', true, false, false, 'answerable', 0.9, 1, 'sv', 'website', false,
  '1', 'draw', 'Var finns fakturan?', 'På Mina sidor.' from replays;
