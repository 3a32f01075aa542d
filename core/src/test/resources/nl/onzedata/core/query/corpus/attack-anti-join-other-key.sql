-- refused: JOIN-LIST
-- people whose household number is nobody's own number
SELECT COUNT(*) AS n FROM x.p AS p LEFT JOIN x.b AS b ON b.p_id = p.hh_id WHERE b.p_id IS NULL
