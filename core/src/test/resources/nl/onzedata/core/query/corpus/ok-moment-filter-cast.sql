-- accepted
-- uses: x.me.gemeld time
-- of its day also the last one of a quarter is an edge
SELECT COUNT(*) AS n FROM x.me WHERE CAST(gemeld AS DATE) BETWEEN DATE '2026-04-01' AND DATE '2026-12-31'
