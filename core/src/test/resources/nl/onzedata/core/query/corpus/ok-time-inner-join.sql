-- accepted
-- uses: x.b exists, x.b.p_id link, x.b.sinds time, x.p.p_id link, x.p.wijk group
SELECT p.wijk, EXTRACT(YEAR FROM b.sinds) AS jaar, COUNT(*) AS n FROM x.b AS b JOIN x.p AS p ON b.p_id = p.p_id GROUP BY p.wijk, EXTRACT(YEAR FROM b.sinds)
