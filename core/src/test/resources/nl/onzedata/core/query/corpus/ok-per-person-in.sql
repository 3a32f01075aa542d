-- accepted
-- uses: x.p.p_id link, x.p.wijk group, x.v exists, x.v.p_id link
-- the same behind IN
SELECT wijk, COUNT(*) AS n FROM x.p WHERE p_id IN (SELECT k.p_id FROM (SELECT p_id, COUNT(*) AS keren FROM x.v GROUP BY p_id) AS k) GROUP BY wijk
