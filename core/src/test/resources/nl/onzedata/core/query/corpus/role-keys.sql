-- refused: KEYS
-- both wijken count
SELECT van.wijk AS van_wijk, naar.wijk AS naar_wijk, COUNT(*) AS n FROM x.vh AS v JOIN x.w AS van ON v.van_id = van.woning_id JOIN x.w AS naar ON v.naar_id = naar.woning_id WHERE van.huur_laag AND naar.huur_laag GROUP BY van.wijk, naar.wijk
