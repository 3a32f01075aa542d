-- accepted
-- uses: x.h.type filter
-- two totals side by side
SELECT a.n, b.n AS m, 1.0 * b.n / a.n AS deel FROM (SELECT COUNT(*) AS n FROM x.h) AS a, (SELECT COUNT(*) AS n FROM x.h WHERE type = 'koop') AS b
