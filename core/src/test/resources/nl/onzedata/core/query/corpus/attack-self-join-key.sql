-- refused: JOIN-LIST
SELECT COUNT(*) AS n FROM x.h AS a JOIN x.h AS b ON a.hh_id = b.hh_id
