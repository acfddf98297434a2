update deliveries set correlation = '0af7651916cd43dd8448eb211c80319c';
update actions set correlation = '0af7651916cd43dd8448eb211c80319c';
update verdicts set correlation = '0af7651916cd43dd8448eb211c80319c';
update offers set correlation = '0af7651916cd43dd8448eb211c80319c';
