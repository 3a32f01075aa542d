-- refused: TIME
-- BETWEEN takes the moment at which the last day starts
SELECT COUNT(*) AS n FROM x.me WHERE gemeld BETWEEN DATE '2026-04-01' AND DATE '2026-12-31'
