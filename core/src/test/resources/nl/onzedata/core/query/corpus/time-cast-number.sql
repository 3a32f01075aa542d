-- refused: CUT-EXPR
-- a year does not fit in three digits: that would be missing, not false
SELECT COUNT(*) AS n FROM x.wmo WHERE CAST(EXTRACT(YEAR FROM sinds) AS DECIMAL(3, 0)) <> 202
