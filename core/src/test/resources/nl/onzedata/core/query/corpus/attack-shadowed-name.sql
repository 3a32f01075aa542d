-- refused: CUT-EXPR
-- a calculation under the name of the column it is made of
SELECT COUNT(*) AS n FROM (SELECT inkomen - 1 AS inkomen FROM x.h) AS h WHERE h.inkomen < 34229
