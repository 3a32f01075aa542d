-- refused: TIME
-- one day is shorter than a quarter
SELECT COUNT(*) AS n FROM x.wmo WHERE sinds = DATE '2026-04-01'
