-- accepted
-- uses: x.wmo.sinds time
-- a fixed day and a fixed interval are a fixed day
SELECT COUNT(*) AS n FROM x.wmo WHERE sinds >= DATE '2026-01-01' + INTERVAL '3' MONTH AND sinds < DATE '2026-01-01' + INTERVAL '1' YEAR AND sinds > DATE '2026-01-01' - INTERVAL '1' DAY
