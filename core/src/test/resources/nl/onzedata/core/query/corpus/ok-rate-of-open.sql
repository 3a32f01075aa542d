-- accepted
-- uses: x.h.woning_id link, x.pop.inwoners show, x.pop.wijk link, x.w.wijk group, x.w.wijk link, x.w.woning_id link
-- a rate over open figures of a wijk
SELECT a.wijk, a.n, p.inwoners, 1000.0 * a.n / p.inwoners AS per_duizend FROM (SELECT w.wijk, COUNT(*) AS n FROM x.h AS h JOIN x.w AS w ON h.woning_id = w.woning_id GROUP BY w.wijk) AS a LEFT JOIN x.pop AS p ON a.wijk = p.wijk
