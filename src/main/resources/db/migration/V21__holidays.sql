-- Dates on which other hours hold for automatic replies: such as 2026-12-24, separated by spaces.
alter table group_policies add column holidays varchar(1100) default '' not null;
-- on these dates: all day, or not at all
alter table group_policies add column answered_on_holidays boolean default false not null;
