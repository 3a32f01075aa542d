-- accepted
-- uses: x.p.vaak class, x.p.vaak filter, x.p.wijk group
-- how often someone came, over many rows, in its classes
SELECT wijk, CASE WHEN vaak < 1 THEN '< 1' WHEN vaak < 3 THEN '>= 1 < 3' ELSE '>= 3' END AS bezoek, COUNT(*) AS n FROM x.p GROUP BY wijk, CASE WHEN vaak < 1 THEN '< 1' WHEN vaak < 3 THEN '>= 1 < 3' ELSE '>= 3' END
