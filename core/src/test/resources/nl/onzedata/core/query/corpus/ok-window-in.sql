-- accepted
-- uses: x.h.type filter, x.h.type group
-- a list in a window
SELECT type, COUNT(*) AS n, SUM(COUNT(*) FILTER (WHERE type IN ('koop', 'huur'))) OVER () AS samen FROM x.h GROUP BY type
