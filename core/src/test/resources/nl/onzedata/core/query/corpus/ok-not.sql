-- accepted
SELECT type, COUNT(*) AS n FROM x.h WHERE NOT (type = 'koop' OR inkomen < 34229) GROUP BY type
