-- accepted
-- uses: x.h.inkomen filter, x.h.type group
SELECT type, COUNT(inkomen < 34229) AS n FROM x.h GROUP BY type
