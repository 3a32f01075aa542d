-- accepted
-- uses: x.vh.tot_id link, x.vh.van_id link, x.w exists, x.w.wijk group, x.w.woning_id link
-- only who has a home in both roles
SELECT van.wijk AS van_wijk, tot.wijk AS tot_wijk, COUNT(*) AS n FROM x.vh AS v JOIN x.w AS van ON v.van_id = van.woning_id JOIN x.w AS tot ON v.tot_id = tot.woning_id GROUP BY van.wijk, tot.wijk
