-- accepted
-- uses: x.h.woning_id link, x.w.huur_laag group, x.w.wijk group, x.w.woning_id link
SELECT w.wijk, w.huur_laag, COUNT(*) AS n FROM x.h AS h JOIN x.w AS w ON h.woning_id = w.woning_id GROUP BY w.wijk, w.huur_laag ORDER BY w.huur_laag DESC, w.wijk
