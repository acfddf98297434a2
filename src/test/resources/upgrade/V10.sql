-- a verdict, from before calibrations
insert into verdicts (connection_id, ticket_id, message_id, verdict, ruled, probability, measured_on,
  quadrant, similar_before, signals, reasons, model, entry_id, language, group_name, judged_at)
select 'rt', '17', '1', 'answerable', false, 0.9, 0, 'FREQUENT_SIMPLE', 12, 'question',
  '[{"key":"clear","values":["12"]}]', 'shipped-1', id, 'sv', 'Support', :then
from faq_entries where entry_key = 'invoice-copy';
insert into triage_policies (connection_id, rules, marking, field_name, note_for_person, changed_at,
  version)
values ('rt', '[]', 'field', 'Svarbar', true, :then, 0);
