-- refused: UNSUPPORTED
-- whether someone stayed in the wijk is no class of a column
SELECT COUNT(*) AS n FROM x.vh AS v JOIN x.w AS van ON v.van_id = van.woning_id JOIN x.w AS naar ON v.naar_id = naar.woning_id WHERE van.wijk = naar.wijk
