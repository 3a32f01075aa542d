-- accepted
-- uses: x.b exists, x.b.p_id link, x.b.sinds time, x.p.p_id link, x.p.wijk group
SELECT p.wijk, COUNT(*) FILTER (WHERE EXTRACT(YEAR FROM b.sinds) = 2025) AS n FROM x.p AS p LEFT JOIN x.b AS b ON b.p_id = p.p_id GROUP BY p.wijk
