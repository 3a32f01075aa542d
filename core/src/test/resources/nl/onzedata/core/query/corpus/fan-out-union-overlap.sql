-- refused: FAN-OUT
-- low incomes that rent are in both
SELECT type, COUNT(*) AS n FROM (SELECT type FROM x.h WHERE inkomen < 34229 UNION ALL SELECT type FROM x.h WHERE type = 'huur') AS u GROUP BY type
