-- refused: KIND
-- households and persons are not protected together yet
SELECT a.wijk, 1.0 * a.n / b.m AS grootte FROM (SELECT wijk, COUNT(*) AS n FROM x.p GROUP BY wijk) AS a JOIN (SELECT w.wijk, COUNT(*) AS m FROM x.h AS h JOIN x.w AS w ON h.woning_id = w.woning_id GROUP BY w.wijk) AS b ON a.wijk = b.wijk
