-- refused: UNSUPPORTED
-- different figures, without what they are of
SELECT DISTINCT n FROM (SELECT w.wijk, COUNT(*) AS n FROM x.h AS h JOIN x.w AS w ON h.woning_id = w.woning_id GROUP BY w.wijk) AS a
