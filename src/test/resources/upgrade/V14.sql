insert into help_figures (site_id, begun_on, confirmed, unconfirmed, contacted, unsolved)
values ('help', date '2026-01-05', 3, 2, 1, 1);
