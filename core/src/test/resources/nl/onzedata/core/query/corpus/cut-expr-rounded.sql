-- refused: CUT-EXPR
-- a function of the column has other classes
SELECT w.wijk, COUNT(*) AS n FROM x.h AS h JOIN x.w AS w ON h.woning_id = w.woning_id WHERE ROUND(h.inkomen) <= 34229 GROUP BY w.wijk
