-- accepted
-- uses: x.h.woning_id link, x.w.huur_laag group, x.w.woning_id link
SELECT w.huur_laag, COUNT(*) AS n FROM x.h AS h JOIN x.w AS w ON h.woning_id = w.woning_id GROUP BY w.huur_laag
