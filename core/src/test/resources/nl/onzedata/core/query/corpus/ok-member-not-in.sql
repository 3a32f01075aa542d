-- accepted
-- uses: x.p.p_id link, x.p.wijk group, x.v exists, x.v.p_id link
SELECT wijk, COUNT(*) AS n FROM x.p WHERE p_id NOT IN (SELECT p_id FROM x.v) GROUP BY wijk
