-- accepted
-- uses: x.h.spaart group, x.h.woning_id link, x.w.huur_laag group, x.w.woning_id link
-- a derived text has the texts of its CASE as codes, and onbekend
SELECT h.spaart, w.huur_laag, COUNT(*) AS n FROM x.h AS h JOIN x.w AS w ON h.woning_id = w.woning_id GROUP BY h.spaart, w.huur_laag
