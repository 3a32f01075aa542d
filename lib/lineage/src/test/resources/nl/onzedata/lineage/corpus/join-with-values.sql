-- direct: wijk <- x.p.wijk IDENTITY
-- indirect: x.p.wijk GROUP_BY JOIN
-- rows: x.p
-- named: x.p.wijk:GROUP x.p.wijk:JOIN x.p.wijk:SELECT
SELECT p.wijk, v.label, count(*) AS n
FROM x.p JOIN (VALUES ('A', 'Noord'), ('B', 'Zuid en Oost')) AS v (code, label) ON p.wijk = v.code
GROUP BY p.wijk, v.label
