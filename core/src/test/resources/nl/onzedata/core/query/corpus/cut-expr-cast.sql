-- refused: CUT-EXPR
-- a rounded value has other classes
SELECT w.wijk, COUNT(*) AS n FROM x.h AS h JOIN x.w AS w ON h.woning_id = w.woning_id WHERE CAST(h.inkomen AS DECIMAL(4, 0)) < 34229 GROUP BY w.wijk
