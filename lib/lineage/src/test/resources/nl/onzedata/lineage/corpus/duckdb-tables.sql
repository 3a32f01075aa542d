-- refused: UNSUPPORTED
SELECT * FROM TABLE(duckdb_tables())
