-- refused: CUT-EXPR
SELECT COUNT(*) AS n FROM x.me WHERE DATE_TRUNC('quarter', gemeld) >= TIMESTAMP '2026-04-01 00:00:01'
