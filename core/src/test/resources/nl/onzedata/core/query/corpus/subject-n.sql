-- refused: SUBJECT-N
SELECT wijk, COUNT(*) AS n FROM x.v GROUP BY wijk
