-- accepted
-- uses: x.vh.naar_id link, x.vh.van_id link, x.w.huur_laag filter, x.w.wijk filter, x.w.wijk group, x.w.woning_id link
-- each role has its own classes
SELECT van.wijk AS van_wijk, COUNT(*) FILTER (WHERE naar.wijk = 'a') AS n, COUNT(*) AS alle FROM x.vh AS v JOIN x.w AS van ON v.van_id = van.woning_id JOIN x.w AS naar ON v.naar_id = naar.woning_id WHERE naar.huur_laag GROUP BY van.wijk
