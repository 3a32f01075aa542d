-- refused: *
SELECT COUNT(*) AS n FROM read_parquet('h.parquet')
