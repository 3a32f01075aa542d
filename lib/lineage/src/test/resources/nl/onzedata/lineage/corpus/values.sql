-- rows:
-- named:
-- not-on-duckdb: columns are called otherwise, and the comparison is by place only
VALUES (1, 'een'), (2, 'twee'), (3, NULL)
