-- accepted
-- uses: x.h.woning_id link, x.w.wijk group, x.w.woning_id link
-- joined in WHERE
SELECT a.wijk, b.m - a.n AS verschil FROM (SELECT w.wijk, COUNT(*) AS n FROM x.h AS h JOIN x.w AS w ON h.woning_id = w.woning_id GROUP BY w.wijk) AS a, (SELECT w.wijk, COUNT(*) AS m FROM x.h AS h JOIN x.w AS w ON h.woning_id = w.woning_id GROUP BY w.wijk) AS b WHERE a.wijk = b.wijk AND a.wijk <> 'c'
