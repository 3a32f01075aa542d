-- refused: ROW-LIMIT
-- the highest income
SELECT COUNT(*) AS n, SUM(inkomen) AS s FROM (SELECT hh_id, inkomen FROM x.h ORDER BY inkomen DESC LIMIT 1) AS t
