-- accepted
-- uses: x.p.p_id link, x.p.wijk group, x.v exists, x.v.p_id link
SELECT p.wijk, COUNT(*) AS n, COUNT(d.p_id) AS kwam FROM x.p AS p LEFT JOIN (SELECT p_id FROM x.v GROUP BY p_id) AS d ON d.p_id = p.p_id GROUP BY p.wijk
