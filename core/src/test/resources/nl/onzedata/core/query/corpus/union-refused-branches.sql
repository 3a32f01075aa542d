-- refused: CUT-SIDE
-- each branch is held to the agreement by itself
SELECT COUNT(*) AS n FROM (SELECT type FROM x.h WHERE inkomen < 34229 UNION ALL SELECT type FROM x.h WHERE inkomen > 34229) AS u
