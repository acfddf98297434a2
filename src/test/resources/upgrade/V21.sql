update group_policies set holidays = '2026-12-24', answered_on_holidays = true
where connection_id = 'rt';
