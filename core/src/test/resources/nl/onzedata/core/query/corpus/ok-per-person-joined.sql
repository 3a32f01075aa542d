-- accepted
-- uses: x.p.p_id link, x.p.wijk group, x.v exists, x.v.p_id link
-- who came at least once, whatever else is computed of it
SELECT p.wijk, COUNT(*) AS n FROM x.p AS p JOIN (SELECT p_id, COUNT(*) AS keren, MAX(dag) AS laatst FROM x.v GROUP BY p_id) AS k ON k.p_id = p.p_id GROUP BY p.wijk
