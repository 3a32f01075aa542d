-- refused: JOIN-LIST
SELECT wijk, COUNT(*) AS n FROM x.p WHERE hh_id IN (SELECT p_id FROM x.b) GROUP BY wijk
