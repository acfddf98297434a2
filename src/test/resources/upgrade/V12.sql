insert into entry_embeddings (entry_id, revision, model, dimensions, vectors)
select id, revision, 'model-1', 1, cast('ab' as bytea) from faq_entries
where entry_key = 'invoice-copy';
