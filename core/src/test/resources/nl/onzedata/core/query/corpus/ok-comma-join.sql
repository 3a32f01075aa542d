-- accepted
SELECT w.wijk, COUNT(*) AS n FROM x.h AS h, x.w AS w WHERE h.woning_id = w.woning_id GROUP BY w.wijk
