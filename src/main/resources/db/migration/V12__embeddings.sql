-- What an embedding model makes of an entry; can be thrown away, and is made anew for another model.
create table entry_embeddings (
  entry_id bigint primary key references faq_entries (id),
  -- of the entry's revision, by the model of that mark
  revision bigint not null,
  model varchar(16) not null,
  dimensions integer not null,
  -- numbers of two bytes, one vector after the other
  vectors bytea not null
);
