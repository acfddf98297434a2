-- which tags count where being tagged means that a case reaches a person, one a line; empty: any
alter table handover_rules add column tags varchar(2000) default '' not null;
