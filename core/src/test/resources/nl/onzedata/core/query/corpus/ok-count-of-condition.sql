-- accepted
SELECT type, COUNT(inkomen < 34229) AS n FROM x.h GROUP BY type
