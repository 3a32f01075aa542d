-- refused: GRAIN
-- a role is no door below the grain
SELECT van.wijk AS van_wijk, naar.buurt AS naar_buurt, COUNT(*) AS n FROM x.vh AS v JOIN x.w AS van ON v.van_id = van.woning_id JOIN x.w AS naar ON v.naar_id = naar.woning_id GROUP BY van.wijk, naar.buurt
