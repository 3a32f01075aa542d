-- refused: UNSUPPORTED
-- which rows there are on either side
SELECT a.wijk, a.n FROM (SELECT w.wijk, COUNT(*) AS n FROM x.h AS h JOIN x.w AS w ON h.woning_id = w.woning_id GROUP BY w.wijk) AS a FULL JOIN (SELECT w.wijk, COUNT(*) AS n FROM x.h AS h JOIN x.w AS w ON h.woning_id = w.woning_id GROUP BY w.wijk) AS b ON a.wijk = b.wijk
