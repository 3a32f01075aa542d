-- refused: USE
SELECT COUNT(*) FILTER (WHERE inkomen < 34229 OR inkomen = 50000) AS n FROM x.h
