-- refused: NONADD
-- two keys of one date, and people with many rows
SELECT YEAR(dag) AS jaar, QUARTER(dag) AS kwartaal, COUNT(DISTINCT p_id) AS n FROM x.v GROUP BY YEAR(dag), QUARTER(dag)
