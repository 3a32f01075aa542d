-- refused: EXISTS
-- whether there is anyone at all
SELECT p.wijk, COUNT(*) AS n FROM x.p AS p WHERE EXISTS (SELECT 1 FROM x.b) GROUP BY p.wijk
