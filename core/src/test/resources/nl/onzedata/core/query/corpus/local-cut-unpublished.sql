-- refused: USE
-- twice or more is no agreed class
SELECT wijk, COUNT(*) AS n FROM x.p WHERE vaak >= 2 GROUP BY wijk
