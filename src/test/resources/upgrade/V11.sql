-- a customer's session that led to the ticket
insert into help_sites (id, site_key, name, origins, languages, connection_id, consent_required,
  keep_days, keep_unlinked_days, secret_sealed, enabled, created_at, changed_at, version)
values ('help', 'key-of-help', 'Hjälp', 'https://www.example.com', 'sv', 'rt', false, 90, 30,
  'sealed', true, :then, :then, 0);
insert into help_sessions (site_id, token_digest, reference, phone_code, language, person_digest,
  person_verified, events, started_at, last_at)
values ('help', 'digest-1', 'SB-ABCDEFGH', '123456', 'sv', 'digest-of-anna', false, 1, :then, :then);
insert into help_events (session_id, event_key, kind, happened_at, text, entries, seconds)
select id, 'e1', 'SEARCH', :then, 'faktura', '1', 0 from help_sessions;
insert into help_links (session_id, connection_id, ticket_id, quality, requester_digest, linked_at)
select id, 'rt', '17', 'EXACT', 'digest-of-anna', :then from help_sessions;
insert into handover_rules (connection_id, occasions, changed_at) values ('rt', 'taken', :then);
