-- accepted
-- uses: x.h.arm filter, x.h.woning_id link, x.w.wijk group, x.w.woning_id link
-- a derived yes or no chooses who counts
SELECT w.wijk, COUNT(*) AS n FROM x.h AS h JOIN x.w AS w ON h.woning_id = w.woning_id WHERE h.arm GROUP BY w.wijk
