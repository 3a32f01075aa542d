-- accepted
-- uses: x.vh.tot_id link, x.vh.van_id link, x.w exists, x.w.wijk filter, x.w.wijk group, x.w.woning_id link
-- one role joined, another asked for
SELECT van.wijk AS van_wijk, COUNT(*) AS n FROM x.vh AS v JOIN x.w AS van ON v.van_id = van.woning_id WHERE EXISTS (SELECT 1 FROM x.w AS z WHERE z.woning_id = v.tot_id AND z.wijk = 'a') GROUP BY van.wijk
