-- refused: UNSUPPORTED
-- rows of open data without a figure
SELECT p.inwoners, a.n FROM x.pop AS p LEFT JOIN (SELECT w.wijk, COUNT(*) AS n FROM x.h AS h JOIN x.w AS w ON h.woning_id = w.woning_id GROUP BY w.wijk) AS a ON a.wijk = p.wijk
