-- A second service's schema.
CREATE TABLE nothing (id integer);
