-- accepted
-- uses: x.b exists, x.b.p_id link, x.p.p_id link, x.p.wijk group, x.v exists, x.v.p_id link
SELECT wijk, COUNT(*) AS n FROM x.p AS p WHERE EXISTS (SELECT 1 FROM x.b AS b WHERE b.p_id = p.p_id) OR EXISTS (SELECT 1 FROM x.v AS v WHERE v.p_id = p.p_id) GROUP BY wijk
