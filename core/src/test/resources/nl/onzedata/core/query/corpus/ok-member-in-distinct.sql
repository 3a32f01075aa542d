-- accepted
-- uses: x.p.p_id link, x.p.wijk group, x.v exists, x.v.p_id link
-- who came by at least once, however often
SELECT wijk, COUNT(*) AS n FROM x.p WHERE p_id IN (SELECT DISTINCT p_id FROM x.v) GROUP BY wijk
