-- refused: UNSUPPORTED
-- a key of who may not be there
SELECT tot.wijk AS tot_wijk, COUNT(*) AS n FROM x.vh AS v LEFT JOIN x.w AS tot ON v.tot_id = tot.woning_id GROUP BY tot.wijk
