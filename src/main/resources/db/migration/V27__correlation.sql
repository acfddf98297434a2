-- which webhook something follows from: 32 hexadecimal digits; of what came before this column: nothing
alter table deliveries add column correlation varchar(32);
alter table actions add column correlation varchar(32);
alter table verdicts add column correlation varchar(32);
alter table offers add column correlation varchar(32);
