-- so many per cent of sessions see no answers, so that it can be seen what answers do
alter table help_sites add column hold_out_percent integer default 0 not null;
-- whether the session is compared, and on which side
alter table help_sessions add column arm varchar(5) default 'NONE' not null;
alter table help_figures add column shown_sessions integer default 0 not null;
alter table help_figures add column shown_contacted integer default 0 not null;
alter table help_figures add column held_sessions integer default 0 not null;
alter table help_figures add column held_contacted integer default 0 not null;
