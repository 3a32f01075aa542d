-- accepted
-- uses: x.h.type group, x.h.woning_id link, x.w.wijk group, x.w.woning_id link
-- two tables in one, without the cells in between
SELECT w.wijk, h.type, COUNT(*) AS n FROM x.h AS h JOIN x.w AS w ON h.woning_id = w.woning_id GROUP BY GROUPING SETS ((w.wijk), (h.type))
