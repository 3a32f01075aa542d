-- accepted
-- uses: x.p.p_id link, x.p.wijk group, x.v exists, x.v.p_id link
-- the same, chosen inside
SELECT p.wijk, COUNT(*) AS n FROM x.p AS p JOIN (SELECT a.p_id FROM (SELECT p_id, ROW_NUMBER() OVER (PARTITION BY p_id ORDER BY dag) AS nr FROM x.v) AS a WHERE a.nr = 1) AS k ON k.p_id = p.p_id GROUP BY p.wijk
