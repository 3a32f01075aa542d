-- refused: ROW-LIMIT
-- windows that differ by a day
SELECT wijk, COUNT(*) OVER (ORDER BY dag RANGE BETWEEN INTERVAL '30' DAY PRECEDING AND CURRENT ROW) AS n FROM x.v
