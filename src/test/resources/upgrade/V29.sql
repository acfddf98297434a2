insert into digest_keys (id, sealed) values (1, 'c2VhbGVk');
