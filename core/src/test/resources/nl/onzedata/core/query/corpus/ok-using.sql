-- accepted
-- uses: x.h.woning_id link, x.w.wijk group, x.w.woning_id link
SELECT wijk, COUNT(*) AS n FROM x.h JOIN x.w USING (woning_id) GROUP BY wijk
