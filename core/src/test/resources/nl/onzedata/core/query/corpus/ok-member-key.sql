-- accepted
-- uses: x.b exists, x.b.p_id link, x.b.soort group, x.p.p_id link, x.p.wijk group
SELECT p.wijk, b.soort, COUNT(*) AS n FROM x.p AS p JOIN x.b AS b ON p.p_id = b.p_id GROUP BY p.wijk, b.soort
