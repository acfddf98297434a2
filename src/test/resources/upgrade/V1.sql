-- a helpdesk, a ticket that was worked on, and a note that was written
insert into connections (id, kind, name, base_url, account, credential_sealed, secret_sealed,
  groups_worked_for, note_language, mode, created_at, changed_at, version)
values ('rt', 'rt', 'Request Tracker', 'https://rt.example.com', '', 'sealed', 'sealed', 'Support',
  'sv', 'NOTE', :then, :then, 0);
insert into deliveries (connection_id, content_key, headers, body, received_at, ticket_id, event,
  outcome, state, attempts, due_at, open_since, finished_at)
values ('rt', 'key-1', '{"content-type":"application/json"}', cast('{"ticket":"17"}' as bytea),
  :then, '17', 'created', 'suggested', 'DONE', 1, :then, :then, :then);
insert into actions (connection_id, ticket_id, kind, action_key, payload, external_id, outcome,
  created_at, state, attempts, due_at, open_since, finished_at)
values ('rt', '17', 'internal-note', 'note-1',
  '{"connection":"rt","ticket":"17","key":"note-1","subject":"","html":"<p>Hej</p>","text":"Hej"}',
  '900', 'done', :then, 'DONE', 1, :then, :then, :then);
