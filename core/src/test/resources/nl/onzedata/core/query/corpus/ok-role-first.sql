-- accepted
-- uses: x.vh.van_id link, x.w.wijk group, x.w.woning_id link
-- the home first
SELECT van.wijk AS van_wijk, COUNT(*) AS n FROM x.w AS van JOIN x.vh AS v ON v.van_id = van.woning_id GROUP BY van.wijk
