-- accepted
-- uses: x.h.woning_id link, x.w.wijk group, x.w.woning_id link
-- ranks of rows of which some may not be there
SELECT wijk, n, RANK() OVER (ORDER BY wijk) AS plaats, COUNT(*) OVER () AS rijen FROM (SELECT w.wijk, COUNT(*) AS n FROM x.h AS h JOIN x.w AS w ON h.woning_id = w.woning_id GROUP BY w.wijk HAVING COUNT(*) >= 3) AS a
