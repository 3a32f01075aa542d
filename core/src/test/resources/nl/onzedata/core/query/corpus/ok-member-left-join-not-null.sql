-- accepted
-- uses: x.b exists, x.b.p_id link, x.p.p_id link, x.p.wijk group
SELECT p.wijk, COUNT(*) AS n FROM x.p AS p LEFT JOIN x.b AS b ON p.p_id = b.p_id WHERE b.p_id IS NOT NULL GROUP BY p.wijk
