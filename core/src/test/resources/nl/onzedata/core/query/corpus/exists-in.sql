-- refused: EXISTS
SELECT wijk, COUNT(*) AS n FROM x.p WHERE p_id IN (SELECT p_id FROM x.wmo) GROUP BY wijk
