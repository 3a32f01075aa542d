-- accepted
-- uses: x.h.type group, x.pop.inwoners measure
-- a total of open data is one figure
SELECT type, 1.0 * COUNT(*) / (SELECT SUM(inwoners) FROM x.pop) AS deel FROM x.h GROUP BY type
