-- refused: EXISTS
SELECT p.wijk, COUNT(*) AS n FROM x.p AS p JOIN x.wmo AS m ON p.p_id = m.p_id GROUP BY p.wijk
