-- refused: UNKNOWN UNKNOWN UNKNOWN UNKNOWN UNKNOWN
SELECT bsn, h.adres, count(*) AS n FROM x.h WHERE inkomn > 3 GROUP BY bsn, h.adres
