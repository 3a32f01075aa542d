-- refused: EXISTS
SELECT wijk, COUNT(*) AS n FROM x.p AS p WHERE EXISTS (SELECT 1 FROM x.wmo AS m WHERE m.p_id = p.p_id) GROUP BY wijk
