-- refused: EXISTS
SELECT p.wijk, COUNT(*) AS n FROM x.p AS p LEFT JOIN x.wmo AS m ON p.p_id = m.p_id WHERE m.p_id IS NULL GROUP BY p.wijk
