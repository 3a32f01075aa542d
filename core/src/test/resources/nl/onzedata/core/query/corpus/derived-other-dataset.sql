-- refused: UNKNOWN
-- it is a column of its own dataset only
SELECT wijk, COUNT(*) AS n FROM x.p WHERE arm GROUP BY wijk
