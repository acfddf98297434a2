insert into polls (connection_id, asked_until, found, state, attempts, due_at, open_since)
values ('rt', :then, 0, 'OPEN', 0, :then, :then);
