-- accepted
SELECT type, COUNT(*) AS n FROM x.h WHERE type IN ('koop', 'huur') GROUP BY type
