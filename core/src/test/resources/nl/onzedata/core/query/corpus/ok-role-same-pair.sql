-- accepted
-- uses: x.vh.van_id link, x.w.huur_laag filter, x.w.wijk group, x.w.woning_id link
-- joined and asked for by one pair: one home
SELECT van.wijk AS van_wijk, COUNT(*) AS n FROM x.vh AS v JOIN x.w AS van ON v.van_id = van.woning_id WHERE v.van_id IN (SELECT woning_id FROM x.w WHERE huur_laag) GROUP BY van.wijk
