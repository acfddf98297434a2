update help_sites set hold_out_percent = 5;
update help_sessions set arm = 'SHOWN';
