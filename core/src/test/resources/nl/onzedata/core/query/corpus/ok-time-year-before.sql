-- accepted
-- uses: x.b.sinds time, x.b.soort group
SELECT soort, SUM(CASE WHEN YEAR(sinds) < 2026 THEN 1 ELSE 0 END) AS eerder, SUM(CASE WHEN 2026 <= YEAR(sinds) THEN 1 ELSE 0 END) AS later FROM x.b GROUP BY soort
