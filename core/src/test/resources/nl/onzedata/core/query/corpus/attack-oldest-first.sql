-- refused: ROW-LIMIT
-- one household, by the order of its income
SELECT COUNT(*) AS n FROM (SELECT hh_id FROM x.h ORDER BY inkomen DESC LIMIT 1) AS u
