-- refused: UNSUPPORTED
-- a group that is computed
SELECT COUNT(*) AS rijen FROM (SELECT CASE WHEN n > 5 THEN 1 ELSE 0 END AS groot FROM (SELECT w.wijk, COUNT(*) AS n FROM x.h AS h JOIN x.w AS w ON h.woning_id = w.woning_id GROUP BY w.wijk) AS a) AS b GROUP BY groot
