-- accepted
-- uses: x.h.type group, x.h.woning_id link, x.w.wijk group, x.w.woning_id link
-- equal figures stay in the order of their keys
SELECT w.wijk, h.type, COUNT(*) AS n FROM x.h AS h JOIN x.w AS w ON h.woning_id = w.woning_id GROUP BY w.wijk, h.type ORDER BY n DESC FETCH NEXT 4 ROWS ONLY
