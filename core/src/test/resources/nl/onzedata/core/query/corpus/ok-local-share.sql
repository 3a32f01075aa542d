-- accepted
-- uses: x.p.vaak filter, x.p.wijk group
-- a share of the figures
SELECT wijk, 100.0 * SUM(CASE WHEN vaak >= 3 THEN 1 ELSE 0 END) / COUNT(*) AS aandeel FROM x.p GROUP BY wijk
