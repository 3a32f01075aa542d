-- refused: NAME
-- where someone came from, called where they went
SELECT van.wijk AS naar_wijk, naar.wijk AS van_wijk, COUNT(*) AS n FROM x.vh AS v JOIN x.w AS van ON v.van_id = van.woning_id JOIN x.w AS naar ON v.naar_id = naar.woning_id GROUP BY van.wijk, naar.wijk
