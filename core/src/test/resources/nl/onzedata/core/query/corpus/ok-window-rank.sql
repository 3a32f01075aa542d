-- accepted
-- uses: x.h.woning_id link, x.w.wijk group, x.w.woning_id link
-- ranks of figures that are all known
SELECT w.wijk, COUNT(*) AS n, RANK() OVER (ORDER BY COUNT(*) DESC) AS plaats, DENSE_RANK() OVER (ORDER BY COUNT(*)) AS dicht, ROW_NUMBER() OVER (ORDER BY COUNT(*), w.wijk) AS nummer FROM x.h AS h JOIN x.w AS w ON h.woning_id = w.woning_id GROUP BY w.wijk
