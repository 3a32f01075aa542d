-- accepted
-- uses: x.v.dag time, x.v.wijk group
SELECT wijk, DATE_TRUNC('quarter', dag) AS kwartaal, COUNT(DISTINCT p_id) AS n FROM x.v GROUP BY wijk, DATE_TRUNC('quarter', dag)
