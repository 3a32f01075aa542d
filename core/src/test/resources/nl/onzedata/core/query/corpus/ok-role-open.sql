-- accepted
-- uses: x.pop.inwoners show, x.pop.wijk link, x.vh.naar_id link, x.w.wijk group, x.w.wijk link, x.w.woning_id link
-- open data of a wijk in its role
SELECT naar.wijk AS naar_wijk, pop.inwoners, COUNT(*) AS n FROM x.vh AS v JOIN x.w AS naar ON v.naar_id = naar.woning_id JOIN x.pop AS pop ON naar.wijk = pop.wijk GROUP BY naar.wijk, pop.inwoners
