-- refused: UNSUPPORTED
-- how many wijken have the same figure
SELECT n, COUNT(*) AS rijen FROM (SELECT w.wijk, COUNT(*) AS n FROM x.h AS h JOIN x.w AS w ON h.woning_id = w.woning_id GROUP BY w.wijk) AS a GROUP BY n
