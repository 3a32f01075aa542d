-- refused: TIME
-- thirty days are no quarter
SELECT COUNT(*) AS n FROM x.wmo WHERE sinds < DATE '2026-01-01' + INTERVAL '30' DAY
