-- refused: *
-- rank by counting who has less
SELECT COUNT(*) AS n FROM x.h AS a JOIN x.h AS b ON a.inkomen < b.inkomen
