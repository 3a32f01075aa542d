-- accepted
-- uses: x.v.dag time
-- who came in two years is in both figures
SELECT EXTRACT(YEAR FROM dag) AS jaar, COUNT(DISTINCT p_id) AS n FROM x.v GROUP BY EXTRACT(YEAR FROM dag)
