insert into notices (occasion, connection_id, way, happened, after_at, until_at, state, attempts, due_at, open_since)
values ('dead-letters', 'rt', 'mail', 3, :then, :then, 'OPEN', 0, :then, :then);
