-- refused: CASE-ID
-- one person's income, by a factor of 0 or 1
SELECT SUM(inkomen * CASE WHEN hh_id = 17 THEN 1 ELSE 0 END) AS n FROM x.h
