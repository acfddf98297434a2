-- where tickets are opened for customers of this site, in its connection; empty: none are
alter table help_sites add column ticket_group varchar(200);
