-- refused: TIME
-- one second after a quarter starts
SELECT COUNT(*) AS n FROM x.me WHERE gemeld >= TIMESTAMP '2026-04-01 00:00:01'
