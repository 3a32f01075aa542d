-- accepted
-- uses: x.h.woning_id link, x.w.wijk group, x.w.woning_id link
-- a total of what is left is no figure of its own
SELECT wijk, n, SUM(n) OVER () AS samen FROM (SELECT w.wijk, COUNT(*) AS n FROM x.h AS h JOIN x.w AS w ON h.woning_id = w.woning_id GROUP BY w.wijk) AS a WHERE wijk IN ('a', 'b')
