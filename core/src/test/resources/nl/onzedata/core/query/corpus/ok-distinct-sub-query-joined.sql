-- accepted
-- uses: x.p.p_id link, x.p.wijk group, x.v exists, x.v.p_id link
SELECT p.wijk, COUNT(*) AS n FROM x.p AS p JOIN (SELECT DISTINCT p_id FROM x.v) AS d ON d.p_id = p.p_id GROUP BY p.wijk
