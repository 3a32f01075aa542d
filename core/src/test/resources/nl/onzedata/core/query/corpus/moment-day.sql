-- refused: TIME
SELECT CAST(gemeld AS DATE) AS dag, COUNT(*) AS n FROM x.me GROUP BY CAST(gemeld AS DATE)
