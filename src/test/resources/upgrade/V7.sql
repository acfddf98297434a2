insert into past_questions (source, reference, entry_id, language, text, asked_at)
select 'tickets', '4711', id, 'sv', 'jag hittar inte fakturan', :then
from faq_entries where entry_key = 'invoice-copy';
