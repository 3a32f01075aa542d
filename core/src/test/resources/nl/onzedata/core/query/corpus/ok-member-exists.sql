-- accepted
-- uses: x.b exists, x.b.p_id link, x.p.p_id link, x.p.wijk group
-- how many people of each wijk get bijstand
SELECT p.wijk, COUNT(*) AS n FROM x.p AS p WHERE EXISTS (SELECT 1 FROM x.b AS b WHERE b.p_id = p.p_id) GROUP BY p.wijk
