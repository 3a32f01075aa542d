-- accepted
-- uses: x.vh.van_id link, x.w.wijk group, x.w.woning_id link
-- one role alone
SELECT van.wijk AS van_wijk, COUNT(*) AS n FROM x.vh AS v JOIN x.w AS van ON v.van_id = van.woning_id GROUP BY van.wijk
