-- refused: *
SELECT COUNT(*) AS n FROM x.wmo WHERE CAST(DATE_TRUNC('quarter', sinds) AS VARCHAR) = '2026-04-01'
