-- refused: *
SELECT COUNT(*) AS n FROM x.me WHERE CAST(gemeld AS VARCHAR) LIKE '2026-04%'
