-- accepted
-- uses: x.h.inkomen filter, x.h.type group
SELECT type, SUM(CASE WHEN inkomen < 34229 THEN 1 WHEN inkomen < 40024 THEN 2 ELSE 3 END) AS s FROM x.h GROUP BY type
