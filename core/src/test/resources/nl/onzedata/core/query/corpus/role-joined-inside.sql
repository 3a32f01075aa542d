-- refused: UNSUPPORTED
-- what a home looks up was agreed on for homes as they are
SELECT van.wijk AS van_wijk, COUNT(*) AS n FROM x.vh AS v JOIN (SELECT w.woning_id, w.wijk FROM x.w AS w WHERE w.woning_id IN (SELECT woning_id FROM x.h)) AS van ON v.van_id = van.woning_id GROUP BY van.wijk
