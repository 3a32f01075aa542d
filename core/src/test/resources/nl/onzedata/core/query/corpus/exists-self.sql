-- refused: JOIN-LIST
SELECT wijk, COUNT(*) AS n FROM x.p AS p WHERE EXISTS (SELECT 1 FROM x.p AS q WHERE q.hh_id = p.hh_id) GROUP BY wijk
