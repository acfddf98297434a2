-- the key of digests, sealed by the operator's: they stay right when that one changes; one row
create table digest_keys (
  id integer primary key,
  sealed varchar(200) not null,
  constraint digest_keys_one check (id = 1)
);
