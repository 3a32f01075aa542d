-- refused: TIME
-- <= takes one moment more than the quarter
SELECT COUNT(*) AS n FROM x.me WHERE gemeld <= TIMESTAMP '2026-04-01 00:00:00'
