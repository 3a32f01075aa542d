-- accepted
-- uses: x.p.p_id link, x.p.wijk group, x.v exists, x.v.p_id link
-- the same beside all others
SELECT p.wijk, COUNT(*) AS n, COUNT(k.p_id) AS kwam FROM x.p AS p LEFT JOIN (SELECT p_id, COUNT(*) AS keren FROM x.v GROUP BY p_id) AS k ON k.p_id = p.p_id GROUP BY p.wijk
