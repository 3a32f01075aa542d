-- refused: GROUP-EXPR
-- the hour of the day is no period
SELECT EXTRACT(HOUR FROM gemeld) AS uur, COUNT(*) AS n FROM x.me GROUP BY EXTRACT(HOUR FROM gemeld)
