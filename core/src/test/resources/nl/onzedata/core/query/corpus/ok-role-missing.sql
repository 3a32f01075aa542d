-- accepted
-- uses: x.vh.tot_id link, x.vh.van_id link, x.w exists, x.w.huur_laag filter, x.w.wijk group, x.w.woning_id link
-- not everyone has a home in the other role
SELECT van.wijk AS van_wijk, COUNT(*) FILTER (WHERE tot.huur_laag) AS laag, COUNT(*) FILTER (WHERE tot.woning_id IS NULL) AS zonder FROM x.vh AS v JOIN x.w AS van ON v.van_id = van.woning_id LEFT JOIN x.w AS tot ON v.tot_id = tot.woning_id GROUP BY van.wijk
