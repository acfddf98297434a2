-- an entry of the new form, which the index does not hold yet, and a key of a program
insert into faq_entries (source, entry_key, language, visibility, answer, answer_format, created_at,
  changed_at, revision, behind)
values ('website', 'outage', 'nb', 'PUBLIC', '<p>Se driftsmeldinger.</p>', 'HTML', :then, :then, 1, true);
insert into console_users (name, salt, digest, iterations, role, created_at, changed_at, program)
values ('portal', 'c2FsdA==', 'ZGlnZXN0', 1, 'editor', :then, :then, true);
