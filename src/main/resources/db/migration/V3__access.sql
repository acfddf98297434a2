-- read by the server's realm too (wildfly-config/20-log-in.cli): digest = PBKDF2 with HMAC-SHA-512, in Base64 as the salt
create table console_users (
  name varchar(100) primary key,
  salt varchar(50) not null,
  digest varchar(100) not null,
  iterations integer not null,
  role varchar(20) not null,
  created_at timestamp(6) with time zone not null,
  changed_at timestamp(6) with time zone not null
);
