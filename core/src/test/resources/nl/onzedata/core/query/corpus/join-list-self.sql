-- refused: JOIN-LIST
SELECT COUNT(*) AS n FROM x.p AS a JOIN x.p AS b ON a.hh_id = b.hh_id
