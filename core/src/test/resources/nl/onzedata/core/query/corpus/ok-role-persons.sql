-- accepted
-- uses: x.p.p_id link, x.vh exists, x.vh.naar_id link, x.vh.p_id link, x.vh.van_id link, x.w.huur_laag filter, x.w.wijk group, x.w.woning_id link
-- seen from the persons who moved
SELECT van.wijk AS van_wijk, COUNT(*) AS n FROM x.p AS p JOIN x.vh AS v ON v.p_id = p.p_id JOIN x.w AS van ON v.van_id = van.woning_id JOIN x.w AS naar ON v.naar_id = naar.woning_id WHERE naar.huur_laag GROUP BY van.wijk
