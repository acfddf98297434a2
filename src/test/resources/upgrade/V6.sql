insert into proposals (source, connection_id, ticket_id, question_key, language, question, answer,
  state, created_at)
values ('solved', 'rt', '11', 'question-1', 'sv', 'När kommer teknikern?', '<p>I morgon.</p>',
  'OPEN', :then);
