-- accepted
-- uses: x.vh.naar_id link, x.vh.van_id link, x.w.huur_laag filter, x.w.wijk group, x.w.woning_id link
-- with a condition in ON
SELECT naar.wijk AS naar_wijk, COUNT(*) AS n FROM x.vh AS v JOIN x.w AS van ON v.van_id = van.woning_id AND van.huur_laag JOIN x.w AS naar ON v.naar_id = naar.woning_id AND NOT naar.huur_laag GROUP BY naar.wijk
