-- refused: FAN-OUT
-- without doubles it says how many combinations occur
SELECT COUNT(*) AS n FROM (SELECT type FROM x.h WHERE inkomen < 34229 UNION SELECT type FROM x.h WHERE inkomen >= 34229) AS u
