-- refused: PARTS
-- also where one of them only chooses who counts
SELECT arm, COUNT(*) AS n FROM x.h WHERE inkomen >= 34229 GROUP BY arm
