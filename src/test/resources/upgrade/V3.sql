insert into console_users (name, salt, digest, iterations, role, created_at, changed_at)
values ('admin', 'c2FsdA==', 'ZGlnZXN0', 10000, 'admin', :then, :then);
