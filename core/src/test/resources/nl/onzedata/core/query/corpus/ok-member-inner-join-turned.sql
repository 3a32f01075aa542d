-- accepted
-- uses: x.b exists, x.b.p_id link, x.p.p_id link, x.p.wijk group
SELECT p.wijk, COUNT(*) AS n FROM x.b AS b JOIN x.p AS p ON p.p_id = b.p_id GROUP BY p.wijk
