update deliveries set abandoned = 1;
update actions set abandoned = 1;
