-- accepted
-- uses: x.b exists, x.b.p_id link, x.p.p_id link, x.p.wijk group
SELECT p.wijk, COUNT(*) AS n FROM x.p AS p WHERE EXISTS (SELECT b.p_id FROM x.b AS b WHERE p.p_id = b.p_id LIMIT 1) GROUP BY p.wijk
