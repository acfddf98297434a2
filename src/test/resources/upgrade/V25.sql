update help_sites set ticket_group = 'Support';
