-- refused: NAME
-- a quarter that is called as the date
SELECT DATE_TRUNC('quarter', sinds) AS sinds, COUNT(*) AS n FROM x.wmo GROUP BY DATE_TRUNC('quarter', sinds)
