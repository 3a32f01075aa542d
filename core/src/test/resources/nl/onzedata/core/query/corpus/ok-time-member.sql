-- accepted
-- uses: x.b exists, x.b.p_id link, x.b.sinds time, x.p.p_id link, x.p.wijk group
-- in or not, since a year
SELECT p.wijk, COUNT(*) AS n FROM x.p AS p WHERE EXISTS (SELECT 1 FROM x.b AS b WHERE b.p_id = p.p_id AND b.sinds >= DATE '2026-01-01') GROUP BY p.wijk
