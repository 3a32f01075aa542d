-- refused: *
SELECT COUNT(*) AS n FROM x.b WHERE sinds < CURRENT_TIMESTAMP
