-- Run after an erasure, as the tables' owner with the rights of a superuser, one statement at a time (psql -f does):
-- deleted rows, samples of them in the statistics and the write-ahead log leave the disk now, not some day.
-- Locks each table while it is written anew.
ALTER SYSTEM SET wal_recycle = off;
SELECT pg_reload_conf();
VACUUM (FULL, ANALYZE) help_sessions;
VACUUM (FULL, ANALYZE) help_events;
VACUUM (FULL, ANALYZE) help_links;
VACUUM (FULL, ANALYZE) actions;
VACUUM (FULL, ANALYZE) deliveries;
VACUUM (FULL, ANALYZE) verdicts;
VACUUM (FULL, ANALYZE) outcomes;
VACUUM (FULL, ANALYZE) offers;
VACUUM (FULL, ANALYZE) automatic_replies;
VACUUM (FULL, ANALYZE) panel_acts;
VACUUM (FULL, ANALYZE) proposals;
VACUUM (FULL, ANALYZE) past_questions;
VACUUM (FULL, ANALYZE) replay_cases;
VACUUM (FULL, ANALYZE) replay_files;
VACUUM (FULL, ANALYZE) requester_tickets;
VACUUM (FULL, ANALYZE) audit_log;
VACUUM FULL pg_catalog.pg_statistic;
CHECKPOINT;
SELECT pg_switch_wal();
CHECKPOINT;
ALTER SYSTEM RESET wal_recycle;
SELECT pg_reload_conf();
