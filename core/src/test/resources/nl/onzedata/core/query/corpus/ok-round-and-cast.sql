-- accepted
-- uses: x.h.inkomen filter, x.h.type group
SELECT type, ROUND(100.0 * COUNT(*) FILTER (WHERE inkomen < 34229) / COUNT(*), 1) AS p, CAST(COUNT(*) / 2 AS INTEGER) AS h FROM x.h GROUP BY type
