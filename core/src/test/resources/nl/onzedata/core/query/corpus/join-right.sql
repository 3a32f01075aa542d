-- refused: UNSUPPORTED
-- homes without anyone
SELECT w.wijk, COUNT(*) AS n FROM x.h AS h RIGHT JOIN x.w AS w ON h.woning_id = w.woning_id GROUP BY w.wijk
