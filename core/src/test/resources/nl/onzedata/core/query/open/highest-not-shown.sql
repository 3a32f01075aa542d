-- refused: USE
-- pupils may be added up, but no school's own number may come out
SELECT buurt, MAX(leerlingen) AS n FROM y.school GROUP BY buurt
