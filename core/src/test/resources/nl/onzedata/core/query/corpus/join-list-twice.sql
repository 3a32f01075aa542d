-- refused: JOIN-LIST
SELECT a.wijk, COUNT(*) AS n FROM x.h AS h JOIN x.w AS a ON h.woning_id = a.woning_id JOIN x.w AS b ON h.woning_id = b.woning_id GROUP BY a.wijk
