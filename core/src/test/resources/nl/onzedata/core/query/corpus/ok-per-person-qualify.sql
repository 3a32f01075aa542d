-- accepted
-- uses: x.p.p_id link, x.p.wijk group, x.v exists, x.v.p_id link
-- the same with QUALIFY
SELECT p.wijk, COUNT(*) AS n FROM x.p AS p JOIN (SELECT p_id FROM x.v QUALIFY ROW_NUMBER() OVER (PARTITION BY p_id ORDER BY dag DESC) = 1) AS k ON k.p_id = p.p_id GROUP BY p.wijk
