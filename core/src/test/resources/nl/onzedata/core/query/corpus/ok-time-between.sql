-- accepted
-- uses: x.wmo.sinds time
-- both days count, so the last one is that of a quarter
SELECT COUNT(*) AS n FROM x.wmo WHERE sinds BETWEEN DATE '2026-04-01' AND DATE '2026-09-30'
