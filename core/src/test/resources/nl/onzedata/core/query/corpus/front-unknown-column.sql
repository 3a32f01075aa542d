-- refused: UNKNOWN
SELECT COUNT(*) AS n FROM x.h WHERE bsn = 1
