-- accepted
SELECT w.huur_laag, COUNT(*) AS n FROM x.h AS h JOIN x.w AS w ON h.woning_id = w.woning_id GROUP BY w.huur_laag HAVING w.huur_laag
