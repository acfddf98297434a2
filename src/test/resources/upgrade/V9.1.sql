insert into knowledge_findings (kind, reason, entry_id, entry_revision, says, other_id,
  other_revision, other_says, found_at, dismissed_at, dismissed_by)
select 'STALE', 'old', id, 2, '2024', 0, 0, '', :then, :then, 'admin'
from faq_entries where entry_key = 'moving';
insert into knowledge_examined (entry_id, revision, examined_on)
select id, 2, date '2026-01-05' from faq_entries where entry_key = 'moving';
