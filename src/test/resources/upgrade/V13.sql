insert into outcomes (connection_id, ticket_id, message_id, learned_by, suggested_entries,
  sent_entries, first_right, similarity, certainty, raw_probability, probability, language,
  group_name, occurred_at)
values ('rt', '17', '1', 'reply', '1', '1', true, 1, 1, 0.8, 0.9, 'sv', 'Support', :then);
insert into calibrations (connection_id, slope, intercept, fitted_on, loss, loss_before, kept,
  in_use, made_at)
values ('rt', 1.1, 0.1, 60, 0.2, 0.3, true, true, :then);
insert into promises (connection_id, group_name, at_least, state, threshold, cases, errors, missing,
  lower_bound, shift, decided_at, version)
values ('rt', '', 0.95, 'granted', 0.8, 60, 0, 0, 0.951, 1, :then, 0);
