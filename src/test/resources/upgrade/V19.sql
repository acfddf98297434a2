update handover_rules set tags = 'to-person' where connection_id = 'rt';
