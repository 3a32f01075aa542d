-- accepted
SELECT w.wijk, COUNT(*) AS n FROM x.w AS w JOIN x.h AS h ON w.woning_id = h.woning_id GROUP BY w.wijk
