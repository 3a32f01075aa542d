-- accepted
-- uses: x.b exists, x.b.p_id link, x.p.p_id link, x.p.wijk group
SELECT wijk, COUNT(*) AS n FROM x.p JOIN x.b USING (p_id) GROUP BY wijk
