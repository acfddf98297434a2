-- figures look at a period of all connections
create index verdicts_judged_at on verdicts (judged_at);
create index outcomes_occurred_at on outcomes (occurred_at);
