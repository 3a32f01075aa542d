-- refused: APART
-- figures are no keys
SELECT a.wijk, b.type FROM (SELECT w.wijk, COUNT(*) AS n FROM x.h AS h JOIN x.w AS w ON h.woning_id = w.woning_id GROUP BY w.wijk) AS a JOIN (SELECT type, COUNT(*) AS n FROM x.h GROUP BY type) AS b ON a.n = b.n
