-- what is done leaves the indexes by which work is found, where the database has such indexes;
-- and a connection that has much to do does not stand before the others
drop index deliveries_due;
create index deliveries_due on deliveries (state, due_at) ${of-what-is-not-done};
create index deliveries_due_of on deliveries (connection_id, state, due_at) ${of-what-is-not-done};
drop index actions_due;
create index actions_due on actions (state, due_at) ${of-what-is-not-done};
create index actions_due_of on actions (connection_id, state, due_at) ${of-what-is-not-done};
drop index notices_due;
create index notices_due on notices (state, due_at) ${of-what-is-not-done};

-- how many servers in a row ended while they worked on it
alter table deliveries add column abandoned integer default 0 not null;
alter table actions add column abandoned integer default 0 not null;
alter table notices add column abandoned integer default 0 not null;
alter table polls add column abandoned integer default 0 not null;
alter table sources add column abandoned integer default 0 not null;
alter table replays add column abandoned integer default 0 not null;
