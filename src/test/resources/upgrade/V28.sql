insert into requester_tickets (connection_id, ticket_id, requester, seen_at)
values ('rt', '17', 'digest-of-anna', :then);
