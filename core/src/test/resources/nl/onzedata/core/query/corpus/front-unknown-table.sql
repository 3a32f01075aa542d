-- refused: UNKNOWN
SELECT COUNT(*) AS n FROM x.geheim
