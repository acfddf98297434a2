insert into brand_parts (kind, part, brand) values ('source', 'website', 'North');
