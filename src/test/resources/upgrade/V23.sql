insert into audit_log (happened_at, who, what, path, outcome, changes)
values (:then, 'admin', 'PUT', '/api/modes/switch', 'done', 'master_switch 1 changed: state off → on');
