-- refused: CUT-EXPR
-- a number that only looks like the cut
SELECT COUNT(*) AS n FROM x.h WHERE inkomen < 34229.0000000000001e0
