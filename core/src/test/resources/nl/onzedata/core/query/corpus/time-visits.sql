-- refused: SUBJECT-N
SELECT YEAR(dag) AS jaar, COUNT(*) AS n FROM x.v GROUP BY YEAR(dag)
