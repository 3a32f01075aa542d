-- accepted
SELECT type, COUNT(*) AS n FROM x.h WHERE type LIKE 'h%' GROUP BY type
