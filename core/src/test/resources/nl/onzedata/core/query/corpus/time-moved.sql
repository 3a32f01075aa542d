-- refused: CUT-EXPR
-- a date that was moved first
SELECT COUNT(*) AS n FROM x.wmo WHERE sinds + INTERVAL '1' DAY >= DATE '2026-04-01'
