-- accepted
-- uses: x.vh.naar_id link, x.vh.van_id link, x.w.wijk group, x.w.woning_id link
-- from wijk to wijk
SELECT van.wijk AS van_wijk, naar.wijk AS naar_wijk, COUNT(*) AS n FROM x.vh AS v JOIN x.w AS van ON v.van_id = van.woning_id JOIN x.w AS naar ON v.naar_id = naar.woning_id GROUP BY van.wijk, naar.wijk
