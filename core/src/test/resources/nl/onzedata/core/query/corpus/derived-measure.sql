-- refused: RULE
-- a sum of what is derived needs a rule for sums
SELECT type, SUM(vermogen) AS n FROM x.h GROUP BY type
